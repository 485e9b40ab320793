import { createEngine } from '../../src/answer.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
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
  const wrong = findWrong(log, await nameLines(log, knowledge));
  const count = [...wrong.values()].reduce((sum, times) => sum + times, 0);
  const worst = [...wrong].toSorted((a, b) => b[1] - a[1]);
  for (const [mistake, times] of worst.slice(0, MOST_TOLD)) tell(`  ${what}: ${times} × ${mistake}`);
  if (worst.length > MOST_TOLD) tell(`  ${what}: ${worst.length - MOST_TOLD} more kinds of mistakes`);
  return {
    what: `${what}: lines taken for something else`,
    figure: toFigure([(100 * count) / log.lines]),
    unit: ' %',
    target: { must: 0 },
    note: `${log.lines - count} of ${log.lines} lines right`,
  };
}

/** What the scanner takes each line for; undefined where it gives none a name. */
async function nameLines(log: PreparedLog, knowledge: Knowledge): Promise<readonly (string | undefined)[]> {
  const engine = createEngine(knowledge);
  const names: (string | undefined)[] = new Array(log.lines);
  const { scan } = await answerInputs([{ name: log.file, pieces: openInput(log.file, process.stdin, () => {}) }], {
    answer: engine.answer,
    openLog: () =>
      engine.openLog((number, name) => {
        names[number - 1] = name;
      }),
  });
  if (!scan) throw new Error(`${log.file} is so short that it is read as a paste: take more lines`);
  return names;
}

function findWrong(log: PreparedLog, names: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const { kinds, ofLine } = readLabels(log);
  const wrong = new Map<string, number>();
  for (const [index, kind] of ofLine.entries()) {
    const { what, names: right } = kinds[kind] ?? { what: '', names: [] };
    const name = names[index];
    if (name === undefined ? right.length === 0 : right.includes(name)) continue;
    const instead = right.slice(0, 3).join(' or ') || 'nothing';
    const mistake = `${what}: ${name ?? 'nothing'} instead of ${instead}`.replaceAll('\n', ' ');
    wrong.set(mistake, (wrong.get(mistake) ?? 0) + 1);
  }
  return wrong;
}
