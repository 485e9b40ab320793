import { bundle, CLI, EMPTY } from '../build.ts';
import { interleave } from '../interleave.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { toFigure, toRatio } from '../numbers.ts';
import type { Row } from '../row.ts';
import type { Command, Cost } from '../run-command.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

/** The terminal tool on an error log, from its start to its answer, against what else reads such a log. */
export async function measureErrorLog(setup: Setup): Promise<readonly Row[]> {
  const { file, lines } = prepareLog('error', setup.lines, setup.knowledge);
  const node = process.execPath;
  const commands = new Map<string, Command>([
    ['us', { words: [node, CLI, '--format', 'json', file], accepts: [1] }],
    ['floor', { words: [node, await bundle('floor'), file] }],
    ['empty', { words: [node, EMPTY] }],
  ]);
  const costs = await interleave(commands, setup.rounds);
  const of = (name: string, what: keyof Cost) => (costs.get(name) ?? []).map((cost) => cost[what]);
  const cpu = toFigure(of('us', 'cpuMs'));
  return [
    {
      what: 'error log: CPU ÷ floor (each line as a string)',
      figure: toRatio(of('us', 'cpuMs'), of('floor', 'cpuMs')),
      unit: '×',
      target: { must: 16, aim: 8 },
      note: `${short(cpu.median / 1000)} s CPU, ${short(toFigure(of('us', 'wallMs')).median / 1000)} s, ${short(lines / cpu.median)} k lines a CPU second`,
    },
    {
      what: 'error log: memory ÷ empty node',
      figure: toRatio(of('us', 'rssMb'), of('empty', 'rssMb')),
      unit: '×',
      target: { must: 3, aim: 2 },
      note: `${short(toFigure(of('us', 'rssMb')).median)} MB`,
    },
  ];
}
