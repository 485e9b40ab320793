import { readFileSync } from 'node:fs';
import { openEngine } from '../../src/answer.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';
import { newRow } from '../../src/slack/views/row-state.ts';
import { toShortAnswer } from '../../src/slack/views/short-answer.ts';

// run KNOWLEDGE PASTES: the compiled knowledge, and a file with a paste on each line, as a JSON string. Prints how long each took by the
// clock, in milliseconds, in the order of the pastes: until the message for Slack is there, for a reply makes parts of itself when they
// are read. Each is parsed when its turn comes, as it comes out of a message of Slack's.

const [knowledge = '', file = ''] = process.argv.slice(2);
const { answer } = openEngine(openInstalled(knowledge));
const to = { row: newRow('thread'), source: 'C1 1.1', notices: [] };
const bytes = readFileSync(file);
const times: number[] = [];
for (let from = 0; from < bytes.length; ) {
  const feed = bytes.indexOf('\n', from);
  const paste: string = JSON.parse(bytes.toString('utf8', from, feed));
  const start = performance.now();
  toShortAnswer(answer(paste), to);
  times.push(performance.now() - start);
  from = feed + 1;
}
process.stdout.write(JSON.stringify(times));
