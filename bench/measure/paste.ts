import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle, KNOWLEDGE } from '../build.ts';
import { CACHE } from '../cache.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { quantile, toFigure } from '../numbers.ts';
import type { Row, Target } from '../row.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

const MB = 1_000_000;
const COUNT = 1_000;
/** Code gets faster for as long as it meets something new. */
const WARMING_UP = 0.4;
const P99 = 0.99;
const WARM_20: Target = { must: 5, aim: 1 };
const WARM_40_KB: Target = { must: 10, aim: 2 };
const FIRST: Target = { must: 50, aim: 10 };

/** Rounds are short, and the more there are the less do other programs decide. */
const RUNS_A_ROUND = 3;

/** From a paste to the message that Slack gets, by the clock, in a process that answered some before, as the bot does. Every round answers
 * the same pastes in a new process, and each paste counts with the median of its rounds: what other programs take from the machine
 * hits another paste in every round. */
export async function measurePaste({ knowledge, lines, rounds }: Setup): Promise<readonly Row[]> {
  const log = prepareLog('mixed', lines, knowledge);
  const text = readFileSync(log.file)
    .subarray(0, 60 * MB)
    .toString('latin1');
  const run = await bundle('paste/run');
  const short20 = await measurePastes('20-lines', piecesOf20Lines(text), run, rounds * RUNS_A_ROUND);
  const long40 = await measurePastes('40-kb', piecesOf40Kb(text), run, rounds * RUNS_A_ROUND);
  return [
    warmRow('paste of 20 lines, warm: p99', short20, WARM_20),
    warmRow('paste of 40 KB, warm: p99', long40, WARM_40_KB),
    {
      what: 'paste of 20 lines, the first after loading',
      figure: toFigure(short20.map(([first = Number.NaN]) => first)),
      unit: ' ms',
      target: FIRST,
    },
  ];
}

function piecesOf20Lines(text: string): readonly string[] {
  const lines = text.split('\n', COUNT * 20);
  return Array.from({ length: COUNT }, (_, index) => lines.slice(index * 20, index * 20 + 20).join('\n'));
}

function piecesOf40Kb(text: string): readonly string[] {
  const size = 40_000;
  const count = Math.min(COUNT, Math.floor(text.length / size));
  return Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
}

/** What every paste took, round by round. */
type Rounds = readonly (readonly number[])[];

async function measurePastes(name: string, pastes: readonly string[], run: string, rounds: number): Promise<Rounds> {
  const file = join(CACHE, `pastes-${name}.jsonl`);
  writeFileSync(file, pastes.map((paste) => `${JSON.stringify(paste)}\n`).join(''));
  const results: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [run, KNOWLEDGE, file], { maxBuffer: 64 * MB });
    results.push(JSON.parse(stdout));
  }
  return results;
}

function warmRow(what: string, rounds: Rounds, target: Target): Row {
  const warm = rounds.map((times) => times.slice(Math.floor(times.length * WARMING_UP)));
  const [first = []] = warm;
  const ofPastes = first.map((_, paste) => toFigure(warm.map((times) => times[paste] ?? Number.NaN)).median);
  const at = (times: readonly number[], share: number) =>
    quantile(
      times.toSorted((a, b) => a - b),
      share,
    );
  const single = toFigure(warm.map((times) => at(times, P99)));
  return {
    what,
    figure: { ...single, median: at(ofPastes, P99) },
    unit: ' ms',
    target,
    note: `median ${short(at(ofPastes, 0.5))} ms; lowest and highest are of single rounds`,
  };
}
