import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { createEngineParts } from '../../src/engine-parts.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { findStrangers } from './line-forms.ts';
import { readResults } from './result.ts';
import { toTable } from './to-table.ts';

// Prints what the last run of the laboratory found. Run by `npm run lab:table`.

const results = readResults();
if (results.ran.length === 0) {
  console.error('There are no results yet. Run the laboratory first: npm run test:lab');
  process.exit(1);
}
const knowledge = loadKnowledge('knowledge');
const strangers = findStrangers(results.ran, knowledge.entries, createEngineParts(compileKnowledge(knowledge)));
console.log(toTable(results, knowledge.entries));
console.log([`scenarios without an example of their form in the entry: ${strangers.length}`, ...strangers].join('\n'));
