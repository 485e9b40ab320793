import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { readResults } from './result.ts';
import { toTable } from './to-table.ts';

// Prints what the last run of the laboratory found. Run by `npm run lab:table`.

const results = readResults();
if (results.ran.length === 0) {
  console.error('There are no results yet. Run the laboratory first: npm run test:lab');
  process.exit(1);
}
console.log(toTable(results, loadKnowledge('knowledge').entries));
