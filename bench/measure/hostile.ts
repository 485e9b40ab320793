import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from '../build.ts';
import { CACHE } from '../cache.ts';
import { hostileInputs, type WriteHostile } from '../hostile/inputs.ts';
import { exponentOf, toFigure } from '../numbers.ts';
import type { Row, Target } from '../row.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

const MB = 1_000_000;
const SIZES = { small: 10 * MB, large: 40 * MB, paste: MB, longPaste: 4 * MB } as const;
type Size = keyof typeof SIZES;
/** A run that takes longer has missed every target. */
const LONGEST_MS = 240_000;
const SLOW: Target = { must: 2, aim: 1 };
const GROWS: Target = { must: 1.1 };
/** What is over in less time has no exponent that says something. */
const SHORTEST_MS = 60;

interface Measured {
  readonly name: string;
  /** Seconds for 10 MB, the worse of the small and the large file. */
  readonly logSeconds: number;
  readonly logExponent: number;
  readonly pasteSeconds: number;
  readonly pasteExponent: number;
}

/** Input that is made to be slow: once as a log of 10 and 40 MB, once as a paste of 1 and 4 MB, as the bot takes files. Who
 * misses a target is run twice more, and the median counts. */
export async function measureHostile({ knowledge, tell }: Setup): Promise<readonly Row[]> {
  const run = await bundle('hostile/run');
  const folder = join(CACHE, 'hostile');
  const measured: Measured[] = [];
  for (const [name, write] of hostileInputs(knowledge)) {
    measured.push(await measureOne(name, write, run, folder, tell));
  }
  rmSync(folder, { recursive: true, force: true });
  const row = (what: string, key: Exclude<keyof Measured, 'name'>, unit: string, target: Target): Row => {
    const worst = measured.toSorted((a, b) => b[key] - a[key]);
    const over = worst.filter((one) => one[key] > target.must);
    for (const one of over) tell(`  ${what}: ${one.name}: ${short(one[key])}${unit}`);
    return {
      what: `${what}, the worst of ${measured.length} kinds`,
      figure: { median: worst[0]?.[key] ?? 0, low: worst.at(-1)?.[key] ?? 0, high: worst[0]?.[key] ?? 0 },
      unit,
      target,
      note: over.length > 1 ? `${over.length} kinds miss it, worst: ${worst[0]?.name}` : (worst[0]?.name ?? ''),
    };
  };
  return [
    row('hostile log: CPU for 10 MB', 'logSeconds', ' s', SLOW),
    row('hostile log: exponent from 10 to 40 MB', 'logExponent', '', GROWS),
    row('hostile paste: CPU for 10 MB', 'pasteSeconds', ' s', SLOW),
    row('hostile paste: exponent from 1 to 4 MB', 'pasteExponent', '', GROWS),
  ];
}

async function measureOne(
  name: string,
  write: WriteHostile,
  run: string,
  folder: string,
  tell: Setup['tell'],
): Promise<Measured> {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(SIZES).map(([size, bytes]) => {
    const file = join(folder, `${size}.log`);
    write(file, bytes);
    return file;
  });
  const first = await runOnce(name, run, files);
  const isFine = first.logSeconds <= SLOW.must && first.pasteSeconds <= SLOW.must;
  if (isFine && first.logExponent <= GROWS.must && first.pasteExponent <= GROWS.must) return first;
  if (first.logSeconds === Number.POSITIVE_INFINITY) {
    tell(`  ${name}: not done after ${LONGEST_MS / 1000} s`);
    return first;
  }
  const all = [first, await runOnce(name, run, files), await runOnce(name, run, files)];
  const median = (key: Exclude<keyof Measured, 'name'>): number => toFigure(all.map((one) => one[key])).median;
  return {
    name,
    logSeconds: median('logSeconds'),
    logExponent: median('logExponent'),
    pasteSeconds: median('pasteSeconds'),
    pasteExponent: median('pasteExponent'),
  };
}

async function runOnce(name: string, run: string, files: readonly string[]): Promise<Measured> {
  const never = Number.POSITIVE_INFINITY;
  const options = { timeout: LONGEST_MS, killSignal: 'SIGKILL' } as const;
  const output = await promisify(execFile)(process.execPath, [run, ...files], options).catch((error) => {
    if (error.killed) return null;
    throw error;
  });
  if (!output) return { name, logSeconds: never, logExponent: never, pasteSeconds: never, pasteExponent: never };
  const times: Record<Size | 'cold', number> = JSON.parse(output.stdout);
  const secondsOf = (size: Size): number => (times[size] / 1000) * ((10 * MB) / SIZES[size]);
  return {
    name,
    logSeconds: Math.max(times.cold / 1000, secondsOf('small'), secondsOf('large')),
    logExponent: growth(times, 'small', 'large'),
    pasteSeconds: Math.max(secondsOf('paste'), secondsOf('longPaste')),
    pasteExponent: growth(times, 'paste', 'longPaste'),
  };
}

function growth(times: Readonly<Record<Size, number>>, from: Size, to: Size): number {
  if (times[to] < SHORTEST_MS) return 0;
  return exponentOf({ size: SIZES[from], cost: times[from] }, { size: SIZES[to], cost: times[to] });
}
