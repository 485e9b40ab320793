import { EMPTY_NODE, memoryRow, us } from '../compare.ts';
import { interleave } from '../interleave.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { toFigure, toRatio } from '../numbers.ts';
import type { Row } from '../row.ts';
import type { Command } from '../run-command.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

/** What other kinds of logs cost beside an error log of as many lines, and in memory. */
export async function measureOtherLogs({ knowledge, lines, rounds }: Setup): Promise<readonly Row[]> {
  const kinds = ['error', 'mixed', 'uniform'] as const;
  const commands = new Map<string, Command>(kinds.map((kind) => [kind, us(prepareLog(kind, lines, knowledge).file)]));
  commands.set('empty', EMPTY_NODE);
  const costs = await interleave(commands, rounds);
  const cpuOf = (kind: (typeof kinds)[number]) => (costs.get(kind) ?? []).map(({ cpuMs }) => cpuMs);
  const note = (kind: (typeof kinds)[number]) =>
    `${short(toFigure(cpuOf(kind)).median / 1000)} ÷ ${short(toFigure(cpuOf('error')).median / 1000)} s`;
  return [
    {
      what: 'mixed log: CPU a line ÷ error log',
      figure: toRatio(cpuOf('mixed'), cpuOf('error')),
      unit: '×',
      target: { must: 1.5, aim: 1 },
      note: note('mixed'),
    },
    {
      what: 'uniform log: CPU a line ÷ error log',
      figure: toRatio(cpuOf('uniform'), cpuOf('error')),
      unit: '×',
      target: null,
      note: note('uniform'),
    },
    memoryRow('mixed log', costs.get('mixed') ?? [], costs.get('empty') ?? []),
    memoryRow('uniform log', costs.get('uniform') ?? [], costs.get('empty') ?? []),
  ];
}
