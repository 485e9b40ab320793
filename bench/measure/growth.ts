import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../cache.ts';
import { us } from '../compare.ts';
import { interleave } from '../interleave.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { exponentOf, toFigure, toRatio } from '../numbers.ts';
import type { Row } from '../row.ts';
import type { Command } from '../run-command.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

/** What a log costs when it is ten times and three times as long, in time and in memory. The time that the tool takes for an
 * empty log is no part of the growth. */
export async function measureGrowth({ knowledge, lines, rounds }: Setup): Promise<readonly Row[]> {
  const sizes = [Math.ceil(lines / 10), lines, lines * 3] as const;
  const nothing = join(CACHE, 'nothing.log');
  writeFileSync(nothing, '');
  const commands = new Map<string, Command>([
    ['nothing', us(nothing)],
    ...sizes.map((size) => [String(size), us(prepareLog('error', size, knowledge).file)] as const),
  ]);
  const costs = await interleave(commands, rounds);
  const of = (name: string | number) => costs.get(String(name)) ?? [];
  const memoryOf = (name: string | number) => of(name).map(({ rssMb }) => rssMb);
  const [few, middle, many] = sizes;
  /** Without what is paid before the first line, or for the first `start` lines. */
  const exponents = (from: number, to: number, start: number) =>
    of(from).map(({ cpuMs }, round) => {
      const paid = of(start === 0 ? 'nothing' : start)[round]?.cpuMs ?? 0;
      const longer = (of(to)[round]?.cpuMs ?? 0) - paid;
      return exponentOf({ size: from - start, cost: cpuMs - paid }, { size: to - start, cost: longer });
    });
  const growth = (from: number, to: number, start = 0): Row => ({
    what: `error log: exponent of the CPU time, ${from} to ${to} lines${start === 0 ? '' : `, beyond the first ${start}`}`,
    figure: toFigure(exponents(from, to, start)),
    unit: '',
    target: start === 0 ? { must: 1.05, aim: 1 } : null,
  });
  return [
    growth(few, middle),
    growth(middle, many),
    growth(middle, many, few),
    {
      what: `error log: memory, ${many} ÷ ${few} lines`,
      figure: toRatio(memoryOf(many), memoryOf(few)),
      unit: '×',
      target: { must: 1.15, aim: 1.1 },
      note: `${short(toFigure(memoryOf(many)).median)} ÷ ${short(toFigure(memoryOf(few)).median)} MB`,
    },
  ];
}
