import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, CLI_ANEW } from '../build.ts';
import { CACHE } from '../cache.ts';
import { EMPTY_NODE } from '../compare.ts';
import { interleave } from '../interleave.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { toFigure, toRatio } from '../numbers.ts';
import type { Row, Target } from '../row.ts';
import type { Command, Cost } from '../run-command.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

/** Short runs vary more, so there are more of them. */
const RUNS_A_ROUND = 5;
const TARGET = { must: 3, aim: 2 };

/** The terminal tool as somebody types it: twenty lines on standard input, the answer, the end; against a Node that does nothing. Beside it
 * the same where Node has another V8 than the one whose compiled code is published. */
export async function measureColdStart({ knowledge, lines, rounds }: Setup): Promise<readonly Row[]> {
  const paste = join(CACHE, 'paste.txt');
  const log = prepareLog('error', lines, knowledge);
  writeFileSync(paste, readFileSync(log.file).subarray(0, 20_000).toString('latin1').split('\n', 20).join('\n'));
  const commands = new Map<string, Command>([
    ['us', { words: [process.execPath, CLI], input: paste }],
    ['anew', { words: [process.execPath, CLI_ANEW], input: paste }],
    ['empty', EMPTY_NODE],
  ]);
  const costs = await interleave(commands, rounds * RUNS_A_ROUND);
  const row = (what: string, name: string, key: keyof Cost, unit: string, target: Target | null): Row => {
    const of = (command: string) => (costs.get(command) ?? []).map((cost) => cost[key]);
    return {
      what: `terminal tool, 20 lines${what} ÷ empty node`,
      figure: toRatio(of(name), of('empty')),
      unit: '×',
      target,
      note: `${short(toFigure(of(name)).median)} ÷ ${short(toFigure(of('empty')).median)} ${unit}`,
    };
  };
  return [
    row(': CPU', 'us', 'cpuMs', 'ms', TARGET),
    row(': time by the clock', 'us', 'wallMs', 'ms', TARGET),
    row(': memory', 'us', 'rssMb', 'MB', TARGET),
    row(', compiled anew: CPU', 'anew', 'cpuMs', 'ms', null),
  ];
}
