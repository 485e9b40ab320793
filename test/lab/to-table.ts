import type { Entry } from '../../src/core/entry.ts';
import { countFixes } from './count-fixes.ts';
import type { Fixed, Result, Results } from './result.ts';
import { LEVELS, type Level } from './scenario.ts';

/** What a run of the laboratory found, as text: for each cause at which evidence it came first, whether anything false was called
 * confirmed, and what became of the fix; then the sums, also over all fixes of the knowledge. */
export function toTable({ ran, skipped }: Results, entries: readonly Entry[]): string {
  const rows = ran.map((result) => [
    `${result.cause}  (${result.name})`,
    ...result.levels.map(toCell),
    wordOf(result.fix),
  ]);
  return [
    ...align([['cause  (scenario)', ...LEVELS, 'fix'], ...rows]),
    'A number is the place of the true cause; ! where that evidence decides; WRONG where a false cause was called confirmed.',
    '',
    ...LEVELS.map((level) => sumLevel(ran, level)),
    '',
    `${ran.length} scenarios, ${countDistinct(ran, ({ cause }) => cause)} causes, ${countDistinct(ran, ({ entry }) => entry)} entries; left out for want of software or abilities: ${skipped.length}`,
    ...sumFixes(ran),
    sumKnowledge(entries, ran),
  ].join('\n');
}

function sumKnowledge(entries: readonly Entry[], ran: readonly Result[]): string {
  const { all, carriedOut, marked, unreached } = countFixes(entries, ran);
  return `of all ${all} fixes of the knowledge: carried out and verified here ${carriedOut}, marked as not to be confirmed here ${marked}, reached by no scenario ${unreached}`;
}

type Carried = Exclude<Fixed, { readonly unconfirmed: string }>;

const toCell = ({ place, decides, wronglyConfirmed }: Result['levels'][number]): string =>
  `${place ?? '-'}${decides ? '!' : ''}${wronglyConfirmed.length > 0 ? ' WRONG' : ''}`;

function wordOf(fix: Fixed): string {
  if ('unconfirmed' in fix) return 'not here';
  if (fix.problems.length > 0) return 'FAILED';
  return fix.lineStays === null ? 'verified' : 'verified, the line stays';
}

function sumLevel(ran: readonly Result[], level: Level): string {
  const judged = ran.flatMap(({ levels }) => levels.filter((one) => one.level === level));
  const deciding = judged.filter(({ decides }) => decides);
  const first = (list: typeof judged): number => list.filter(({ place }) => place === 1).length;
  const three = judged.filter(({ place }) => place !== null && place <= 3).length;
  const wrong = judged.filter(({ wronglyConfirmed }) => wronglyConfirmed.length > 0).length;
  return `${level.padEnd(8)} decides ${deciding.length}: first in ${first(deciding)}; of all ${judged.length}: first in ${first(judged)}, among three in ${three}, wrongly confirmed ${wrong}`;
}

function sumFixes(ran: readonly Result[]): readonly string[] {
  const carried = ran.flatMap(({ fix }): Carried[] => ('unconfirmed' in fix ? [] : [fix]));
  const verified = carried.filter(({ problems }) => problems.length === 0);
  const standIns = carried.flatMap((fix) => fix.standIns);
  return [
    `fixes verified: ${verified.length} (by the entry's commands and changes alone: ${verified.filter(isByTheEntryAlone).length}; with steps of words that the scenario carried out: ${verified.filter(({ byWords }) => byWords.length > 0).length}; with steps left out: ${verified.filter(({ left }) => left.length > 0).length}); failed: ${carried.length - verified.length}; cannot be confirmed here: ${ran.length - carried.length}`,
    ...ran.flatMap(({ name, fix }) => ('unconfirmed' in fix ? [`  ${name}: ${fix.unconfirmed}`] : [])),
    `stand-ins for commands: ${standIns.length} uses`,
    ...count(standIns).map(([name, uses]) => `  ${uses} × ${name}`),
  ];
}

const isByTheEntryAlone = ({ byWords, left }: Carried): boolean => byWords.length === 0 && left.length === 0;

function count(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

const countDistinct = (ran: readonly Result[], of: (result: Result) => string): number => new Set(ran.map(of)).size;

function align(table: readonly (readonly string[])[]): readonly string[] {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
