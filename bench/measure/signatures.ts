import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../build.ts';
import { CACHE } from '../cache.ts';
import { interleave } from '../interleave.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { resizeKnowledge } from '../logs/resize-knowledge.ts';
import { toFigure, toRatio } from '../numbers.ts';
import type { Row } from '../row.ts';
import type { Command } from '../run-command.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';
import { checkLog } from './identification.ts';

const FEW = 100;
const MANY = 3_000;
/** Each of the many signatures several times. */
const FEWEST_CHECKED = 30_000;
const KINDS = ['error', 'uniform'] as const;
const TARGETS = { error: { must: 1.3, aim: 1.15 }, uniform: { must: 2.2, aim: 1.7 } };

/** How many times as long the same lines take with thirty times as many signatures: usual errors, which know nothing of the
 * others, and a log that meets every signature there is equally often. */
export async function measureSignatures(setup: Setup): Promise<readonly Row[]> {
  const { lines, rounds, tell } = setup;
  const analyse = await bundle('analyse');
  const commands = new Map<string, Command>();
  const rows: Row[] = [];
  for (const count of [FEW, MANY]) {
    const knowledge = resizeKnowledge(setup.knowledge, count);
    const file = join(CACHE, `knowledge-${count}.json`);
    writeFileSync(file, JSON.stringify(knowledge));
    for (const kind of KINDS) {
      const log = prepareLog(kind, lines, knowledge, `signatures${count}`);
      commands.set(`${kind} ${count}`, { words: [process.execPath, analyse, file, log.file] });
      const checked = prepareLog(
        kind,
        Math.max(FEWEST_CHECKED, Math.ceil(lines / 10)),
        knowledge,
        `signatures${count}`,
      );
      rows.push(await checkLog(`${kind} log, ${count} signatures`, checked, knowledge, tell));
    }
  }
  const costs = await interleave(commands, rounds);
  const cpuOf = (kind: string, count: number) => (costs.get(`${kind} ${count}`) ?? []).map(({ cpuMs }) => cpuMs);
  const secondsOf = (kind: string, count: number) => short(toFigure(cpuOf(kind, count)).median / 1000);
  for (const kind of KINDS) {
    rows.push({
      what: `${kind} log: CPU with ${MANY} ÷ ${FEW} signatures`,
      figure: toRatio(cpuOf(kind, MANY), cpuOf(kind, FEW)),
      unit: '×',
      target: TARGETS[kind],
      note: `${secondsOf(kind, MANY)} ÷ ${secondsOf(kind, FEW)} s`,
    });
  }
  return rows;
}
