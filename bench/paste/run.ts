import { readFileSync } from 'node:fs';
import { openEngine } from '../../src/answer.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';

// run KNOWLEDGE PASTES: the compiled knowledge, and a file with pastes in it, as JSON. Prints how long each took by the clock, in
// milliseconds, in the order of the pastes.

const [knowledge = '', file = ''] = process.argv.slice(2);
const pastes: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
const { answer } = openEngine(openInstalled(knowledge));
const times = pastes.map((paste) => {
  const start = performance.now();
  answer(paste);
  return performance.now() - start;
});
process.stdout.write(JSON.stringify(times));
