import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Argument, Command } from 'commander';
import { loadCompiledKnowledge } from '../src/knowledge/load-compiled.ts';
import { LOG_KINDS, type LogKind } from './logs/log-kinds.ts';
import { prepareLog } from './logs/prepare-log.ts';

// Where the terminal tool's time goes: the functions that take most of it themselves, without what they call.

/** What V8 writes; times in microseconds. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await new Command('profile')
  .addArgument(new Argument('<log>', 'which log').choices(Object.keys(LOG_KINDS)))
  .option('--lines <number>', 'lines of it', Number, 300_000)
  .option('--most <number>', 'functions to print', Number, 15)
  .action(profile)
  .parseAsync();

async function profile(kind: LogKind, { lines, most }: { readonly lines: number; readonly most: number }) {
  const { file } = prepareLog(kind, lines, await loadCompiledKnowledge());
  const folder = mkdtempSync(join(tmpdir(), 'nginx-why-profile-'));
  const words = ['--cpu-prof', `--cpu-prof-dir=${folder}`, 'src/cli.ts', '--format', 'json', file];
  // the tool ends with 1 when it found nothing to explain
  await promisify(execFile)(process.execPath, words, { cwd: ROOT, maxBuffer: 1 << 28 }).catch((error) => {
    if (error.code !== 1) throw error;
  });
  const [name = ''] = readdirSync(folder);
  const times = selfTimes(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  rmSync(folder, { recursive: true });
  const total = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  const busiest = [...times].toSorted((a, b) => b[1] - a[1]).slice(0, most);
  process.stdout.write(`${kind} log, ${lines} lines: ${total.toFixed(0)} ms\n`);
  for (const [what, ms] of busiest) {
    process.stdout.write(
      `${((100 * ms) / total).toFixed(1).padStart(5)} %  ${ms.toFixed(0).padStart(6)} ms  ${what}\n`,
    );
  }
}

/** Milliseconds of each function, without the idle ones. */
function selfTimes({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame)]));
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  times.delete('(idle)');
  return times;
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const place = url.startsWith('file:') ? `${relative(ROOT, fileURLToPath(url))}:${lineNumber + 1}` : url;
  return `${functionName || '(anonymous)'} ${place}`.trim();
}
