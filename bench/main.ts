import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { loadCompiledKnowledge } from '../src/knowledge/load-compiled.ts';
import { buildAll } from './build.ts';
import { measureAccessLog } from './measure/access-log.ts';
import { measureBlocking } from './measure/blocking.ts';
import { measureBot } from './measure/bot.ts';
import { measureColdStart } from './measure/cold-start.ts';
import { measureErrorLog } from './measure/error-log.ts';
import { measureGrowth } from './measure/growth.ts';
import { measureHostile } from './measure/hostile.ts';
import { measureIdentification } from './measure/identification.ts';
import { measureOtherLogs } from './measure/other-logs.ts';
import { measurePaste } from './measure/paste.ts';
import { measureReply } from './measure/reply.ts';
import { measureSignatures } from './measure/signatures.ts';
import { type Row, verdictOf } from './row.ts';
import type { Setup } from './setup.ts';
import { toTable } from './table.ts';

const MEASUREMENTS: ReadonlyMap<string, (setup: Setup) => Promise<readonly Row[]>> = new Map([
  ['identification', measureIdentification],
  ['error', measureErrorLog],
  ['access', measureAccessLog],
  ['other-logs', measureOtherLogs],
  ['signatures', measureSignatures],
  ['growth', measureGrowth],
  ['hostile', measureHostile],
  ['paste', measurePaste],
  ['blocking', measureBlocking],
  ['cold-start', measureColdStart],
  ['bot', measureBot],
  ['reply', measureReply],
]);
const RESULTS = fileURLToPath(new URL('./results', import.meta.url));

interface Choices {
  readonly lines: number;
  readonly rounds: number;
  readonly only?: readonly string[];
  readonly peers: boolean;
}

await new Command('bench')
  .description('Measures nginx-why against its targets and its peers; docs/benchmarks.md says how to read it.')
  .addOption(new Option('--lines <number>', 'lines of a log').default(1_000_000).argParser(toCount))
  .addOption(new Option('--rounds <number>', 'how often everything is run').default(5).argParser(toCount))
  .addOption(new Option('--only <names...>', 'not all of it').choices([...MEASUREMENTS.keys()]))
  .option('--no-peers', 'only us and the floor')
  .action(run)
  .parseAsync();

async function run({ lines, rounds, only, peers }: Choices): Promise<void> {
  await buildAll();
  const setup = { knowledge: await loadCompiledKnowledge(), lines, rounds, withPeers: peers, tell };
  const machine = `${cpus().length} cores, Node ${process.version.slice(1)}, ${lines} lines, ${rounds} rounds`;
  const save = createSaver(machine);
  tell(machine);
  const measured: Record<string, readonly Row[]> = {};
  for (const [name, measure] of MEASUREMENTS) {
    if (only && !only.includes(name)) continue;
    tell(`measuring: ${name}`);
    measured[name] = await measure(setup);
    tell(toTable(measured[name]));
    save(measured);
  }
  const rows = Object.values(measured).flat();
  process.stdout.write(`\n${toTable(rows)}\n\n`);
  tell(wordsAbout(rows.filter(({ isCondition }) => isCondition)));
  process.exitCode = rows.some((row) => row.isCondition && verdictOf(row) === 'MISSED') ? 1 : 0;
}

function wordsAbout(conditions: readonly Row[]): string {
  if (conditions.length === 0) return 'Whether lines are taken for what they are was not checked.';
  const isRight = conditions.every((row) => verdictOf(row) !== 'MISSED');
  return isRight ? 'Every line was taken for what it is.' : 'Lines were taken for what they are not: no figure counts.';
}

/** Saves what was measured so far, so that a long run that fails leaves something. */
function createSaver(machine: string): (measured: Readonly<Record<string, readonly Row[]>>) => void {
  const at = new Date().toISOString();
  mkdirSync(RESULTS, { recursive: true });
  const toText = (_: string, value: unknown): unknown => (value === Number.POSITIVE_INFINITY ? '∞' : value);
  return (measured) =>
    writeFileSync(
      `${RESULTS}/${at.replaceAll(':', '-')}.json`,
      `${JSON.stringify({ at, machine, measured }, toText, 2)}\n`,
    );
}

function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('must be a whole number above 0');
  return count;
}
