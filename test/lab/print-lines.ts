import { type Result, readResults } from './result.ts';
import { toExampleLines } from './to-example-lines.ts';

// Prints the lines of a scenario as they may stand in an entry's examples. Run by `npm run lab:lines -- area/name`.

const [wanted] = process.argv.slice(2);
const { ran } = readResults();
const found = ran.find(({ name }) => name === wanted);
if (!found) {
  console.error(
    `There is no result of ${wanted ?? 'a scenario without a name'}. Run it first: npm run test:lab -- -t ${wanted ?? 'area/name'}\nThere are: ${ran.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}
printLines(found);

function printLines({ cause, entry, captured }: Result): void {
  console.log(`# ${entry}, ${cause}\n`);
  for (const part of ['error', 'access', 'backend', 'config'] as const)
    if (captured[part] !== '') console.log(`# ${part}\n${toExampleLines(captured[part])}\n`);
}
