import { createEngine } from '../../src/answer.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import type { Scan } from '../../src/core/scan/scan-log.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';
import { type PreparedLog, prepareLog, readLabels } from '../logs/prepare-log.ts';
import { toFigure } from '../numbers.ts';
import type { Row } from '../row.ts';
import type { Setup } from '../setup.ts';

const MOST_TOLD = 12;

/** Every line of every log, taken for what it is? Through the very code that the terminal tool runs, with an ear at what it
 * takes each line for. Speed counts for nothing where this is below 100 %. */
export async function measureIdentification({ knowledge, lines, tell }: Setup): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const kind of ['error', 'mixed', 'uniform', 'access'] as const) {
    const log = prepareLog(kind, lines, knowledge);
    rows.push(await checkLog(`${kind} log`, log, knowledge, tell));
  }
  return rows;
}

/** How many lines of a log are not taken for what they are, in percent; tells the most frequent mistakes. */
export async function checkLog(
  what: string,
  log: PreparedLog,
  knowledge: Knowledge,
  tell: Setup['tell'],
): Promise<Row> {
  const { names, scan } = await readNames(log, knowledge);
  const wrong = [...findWrong(log, names), ...findMiscounted(names, scan)].toSorted((a, b) => b[1] - a[1]);
  for (const [mistake, times] of wrong.slice(0, MOST_TOLD)) tell(`  ${what}: ${times} × ${mistake}`);
  if (wrong.length > MOST_TOLD) tell(`  ${what}: ${wrong.length - MOST_TOLD} more kinds of mistakes`);
  const count = wrong.reduce((sum, [, times]) => sum + times, 0);
  return {
    what: `${what}: lines taken for something else`,
    figure: toFigure([(100 * count) / log.lines]),
    unit: ' %',
    target: { must: 0 },
    isCondition: true,
    note: `${log.lines - count} of ${log.lines} lines right`,
  };
}

interface Named {
  /** What each line is taken for; undefined where it has no name. */
  readonly names: readonly (string | undefined)[];
  readonly scan: Scan;
}

async function readNames(log: PreparedLog, knowledge: Knowledge): Promise<Named> {
  const engine = createEngine(knowledge);
  const names: (string | undefined)[] = new Array(log.lines);
  const openLog = () =>
    engine.openLog(null, (number, name) => {
      names[number - 1] = name;
    });
  const pieces = openInput(log.file, () => {});
  const { scan } = await answerInputs([{ name: log.file, pieces }], null, { ...engine, openLog });
  if (!scan) throw new Error(`${log.file} is so short that it is read as a paste: take more lines`);
  return { names, scan };
}

type Mistakes = ReadonlyMap<string, number>;

function findWrong(log: PreparedLog, names: Named['names']): Mistakes {
  const { kinds, ofLine } = readLabels(log);
  const wrong = new Map<string, number>();
  for (const [index, kind] of ofLine.entries()) {
    const { what, names: right } = kinds[kind] ?? { what: '', names: [] };
    const name = names[index];
    if (name === undefined ? right.length === 0 : right.includes(name)) continue;
    const instead = right.slice(0, 3).join(' or ') || 'nothing';
    const mistake = `${what}: ${name ?? 'nothing'} instead of ${instead}`
      .replaceAll('\n', ' ')
      .replaceAll(/access \d{3}/g, 'an access status');
    wrong.set(mistake, (wrong.get(mistake) ?? 0) + 1);
  }
  return wrong;
}

/** Names of which the answer counts more or fewer lines than were given them. */
function findMiscounted(names: Named['names'], { tallies, totals }: Scan): Mistakes {
  const missing = new Map<string, number>([['lines', names.length - totals.lines]]);
  for (const name of names) if (name !== undefined) missing.set(name, (missing.get(name) ?? 0) + 1);
  for (const { name, tally } of tallies) missing.set(name, (missing.get(name) ?? 0) - tally.count);
  return new Map(
    [...missing].filter(([, count]) => count !== 0).map(([name, count]) => [`${name}: miscounted`, Math.abs(count)]),
  );
}
