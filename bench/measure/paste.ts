import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from '../build.ts';
import { CACHE } from '../cache.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { quantile, toFigure } from '../numbers.ts';
import type { Row, Target } from '../row.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

interface Time {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const MB = 1_000_000;
const COUNT = 1_000;
const WARM_20: Target = { must: 5, aim: 1 };
const WARM_40_KB: Target = { must: 10, aim: 2 };
const FIRST: Target = { must: 50, aim: 10 };

/** From a paste to its reply, in a process that answered some before, as the bot does. The time that the processor is busy
 * counts; by the clock it may be longer where other programs run. */
export async function measurePaste({ knowledge, lines, rounds }: Setup): Promise<readonly Row[]> {
  const log = prepareLog('mixed', lines, knowledge);
  const text = readFileSync(log.file)
    .subarray(0, 60 * MB)
    .toString('latin1');
  const run = await bundle('paste/run');
  const short20 = await measurePastes('20-lines', piecesOf20Lines(text), run, rounds);
  const long40 = await measurePastes('40-kb', piecesOf40Kb(text), run, rounds);
  return [
    warmRow('paste of 20 lines, warm: p99', short20, WARM_20),
    warmRow('paste of 40 KB, warm: p99', long40, WARM_40_KB),
    {
      what: 'paste of 20 lines, the first after loading',
      figure: toFigure(short20.map(({ first }) => first.cpuMs)),
      unit: ' ms',
      target: FIRST,
      note: `by the clock ${short(toFigure(short20.map(({ first }) => first.wallMs)).median)} ms`,
    },
  ];
}

function piecesOf20Lines(text: string): readonly string[] {
  const lines = text.split('\n', COUNT * 20);
  return Array.from({ length: COUNT }, (_, index) => lines.slice(index * 20, index * 20 + 20).join('\n'));
}

function piecesOf40Kb(text: string): readonly string[] {
  const size = 40_000;
  const count = Math.min(COUNT / 2, Math.floor(text.length / size));
  return Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
}

interface Round {
  readonly first: Time;
  readonly warm: readonly Time[];
}

async function measurePastes(
  name: string,
  pastes: readonly string[],
  run: string,
  rounds: number,
): Promise<readonly Round[]> {
  const file = join(CACHE, `pastes-${name}.json`);
  writeFileSync(file, JSON.stringify(pastes));
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [run, file], { maxBuffer: 64 * MB });
    results.push(JSON.parse(stdout));
  }
  return results;
}

function warmRow(what: string, results: readonly Round[], target: Target): Row {
  const at = (share: number, key: keyof Time) =>
    toFigure(
      results.map(({ warm }) =>
        quantile(
          warm.map((time) => time[key]).toSorted((a, b) => a - b),
          share,
        ),
      ),
    );
  return {
    what,
    figure: at(0.99, 'cpuMs'),
    unit: ' ms',
    target,
    note: `median ${short(at(0.5, 'cpuMs').median)} ms; by the clock p99 ${short(at(0.99, 'wallMs').median)} ms`,
  };
}
