// What the entries don't explain yet: npm run messages:uncovered -- [--partly] [--all]
import { parseArgs } from 'node:util';
import type { Message } from '../src/core/message.ts';
import { loadCompiledKnowledge } from '../src/knowledge/load-compiled.ts';
import { findUncovered, type Uncovered } from './messages/find-uncovered.ts';

// Prints every template that people meet (`common`) and that no entry reaches: level, source file, template. `--all` takes in the
// templates that hardly anybody meets; `--partly` those that entries claim under conditions which some sample lines don't hold.

const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, partly: { type: 'boolean', default: false } },
});

const uncovered = findUncovered(await loadCompiledKnowledge()).filter(
  ({ message }) => values.all || message.common === true,
);
const wholly = uncovered.filter(({ isWholly }) => isWholly);
for (const { message } of wholly) console.log(describe(message));
console.log(`${wholly.length} ${values.all ? '' : 'common '}messages reached by no entry`);
if (values.partly) printPartly(uncovered.filter(({ isWholly }) => !isWholly));

function printPartly(partly: readonly Uncovered[]): void {
  for (const { message, line } of partly) console.log(`\n${describe(message)}\n  ${line}`);
  console.log(`\n${partly.length} messages reached under conditions only, each with a line that isn't`);
}

function describe({ level, file, template }: Message): string {
  return `${level.padEnd(8)} ${file}  ${JSON.stringify(template)}`;
}
