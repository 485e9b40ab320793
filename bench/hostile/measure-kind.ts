import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KNOWLEDGE } from '../build.ts';
import { exponentOf, toFigure } from '../numbers.ts';
import type { WriteHostile } from './inputs.ts';

/** How a text is read: line by line as the terminal tool reads logs, or at once as the bot reads what people send. */
export type Way = 'log' | 'paste';

/** What one kind of input costs. Both are infinite where it was not done in time. */
export interface HostileCost {
  readonly kind: string;
  /** Of the processor, for ten megabytes; the worst of all runs. */
  readonly seconds: number;
  /** From the small text to one four times as long; 0 where even that is done at once. */
  readonly exponent: number;
}

const MB = 1_000_000;
const BYTES = { log: [10 * MB, 40 * MB], paste: [2.5 * MB, 10 * MB] } as const;
/** Seconds of the processor for all runs of one kind together. */
const LONGEST = 120;
/** What takes less has no exponent that says something. */
const SHORTEST_MS = 60;

/** Measures one kind of hostile text in a process of its own. */
export async function measureKind(
  kind: string,
  write: WriteHostile,
  way: Way,
  program: string,
  folder: string,
): Promise<HostileCost> {
  mkdirSync(folder, { recursive: true });
  const files = BYTES[way].map((bytes) => join(folder, `${way}-${bytes}`));
  for (const [index, file] of files.entries()) write(file, BYTES[way][index] ?? 0);
  const words = ['-c', `ulimit -t ${LONGEST}; exec "$@"`, 'bench', process.execPath, program, KNOWLEDGE, way, ...files];
  const output = await promisify(execFile)('bash', words).catch((error) => {
    if (error.signal === 'SIGKILL' || error.signal === 'SIGXCPU') return null;
    throw error;
  });
  if (!output) return { kind, seconds: Number.POSITIVE_INFINITY, exponent: Number.POSITIVE_INFINITY };
  const times: Record<'small' | 'large', number> = JSON.parse(output.stdout);
  const [small, large] = BYTES[way];
  // a smaller text is not taken for ten megabytes: what it costs in any case would count many times
  const seconds = (ms: number, bytes: number): number => (bytes < 10 * MB ? 0 : (ms / 1000) * ((10 * MB) / bytes));
  return {
    kind,
    seconds: Math.max(seconds(times.small, small), seconds(times.large, large)),
    exponent:
      times.large < SHORTEST_MS
        ? 0
        : exponentOf({ size: small, cost: times.small }, { size: large, cost: times.large }),
  };
}

/** The median of several runs. */
export function medianCost(costs: readonly HostileCost[]): HostileCost {
  const median = (key: 'seconds' | 'exponent'): number => toFigure(costs.map((cost) => cost[key])).median;
  return { kind: costs[0]?.kind ?? '', seconds: median('seconds'), exponent: median('exponent') };
}
