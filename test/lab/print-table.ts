import { type Fixed, readResults } from './result.ts';
import { LEVELS } from './scenario.ts';

// Prints what the last run of the laboratory found: for each cause, at which evidence it came first, whether anything false was
// called confirmed, and what became of the fix. Run by `npm run lab:table`.

const { ran, skipped } = readResults();
if (ran.length === 0) {
  console.error('There are no results yet. Run the laboratory first: npm run test:lab');
  process.exit(1);
}

const rows = ran.map((result) => [
  `${result.cause}  (${result.name})`,
  ...result.levels.map(
    ({ place, decides, wronglyConfirmed }) =>
      `${place ?? '-'}${decides ? '!' : ''}${wronglyConfirmed.length > 0 ? ' WRONG' : ''}`,
  ),
  wordOf(result.fix),
]);
print([['cause  (scenario)', ...LEVELS, 'fix'], ...rows]);
console.log(
  'A number is the place of the true cause; ! where that evidence decides; WRONG where a false cause was called confirmed.\n',
);

for (const level of LEVELS) {
  const judged = ran.flatMap(({ levels }) => levels.filter((one) => one.level === level));
  const deciding = judged.filter(({ decides }) => decides);
  const first = (list: typeof judged): number => list.filter(({ place }) => place === 1).length;
  const three = judged.filter(({ place }) => place !== null && place <= 3).length;
  const wrong = judged.filter(({ wronglyConfirmed }) => wronglyConfirmed.length > 0).length;
  console.log(
    `${level.padEnd(8)} decides ${deciding.length}: first in ${first(deciding)}; of all ${judged.length}: first in ${first(judged)}, among three in ${three}, wrongly confirmed ${wrong}`,
  );
}

const fixes = ran.map(({ fix }) => fix);
const carriedOut = fixes.filter((fix) => !('unconfirmed' in fix));
const standIns = carriedOut.flatMap((fix) => ('unconfirmed' in fix ? [] : fix.standIns));
console.log(
  `\n${ran.length} scenarios, ${new Set(ran.map(({ cause }) => cause)).size} causes, ${new Set(ran.map(({ entry }) => entry)).size} entries; left out for want of software: ${skipped.length}`,
);
console.log(
  `fixes verified: ${fixes.filter((fix) => wordOf(fix) === 'verified').length}, failed: ${fixes.filter((fix) => wordOf(fix) === 'FAILED').length}, cannot be confirmed here: ${fixes.length - carriedOut.length}`,
);
for (const { name, fix } of ran) if ('unconfirmed' in fix) console.log(`  ${name}: ${fix.unconfirmed}`);
console.log(`stand-ins for commands: ${standIns.length} uses`);
for (const [name, count] of Object.entries(Object.groupBy(standIns, (one) => one)).map(
  ([name, uses]) => [name, uses?.length] as const,
))
  console.log(`  ${count} × ${name}`);

function wordOf(fix: Fixed): string {
  if ('unconfirmed' in fix) return 'not here';
  return fix.problems.length === 0 ? 'verified' : 'FAILED';
}

function print(table: readonly (readonly string[])[]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
