import { openEngine } from '../../src/answer.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';
import { readAll } from '../read-all.ts';
import { watchBlocks } from './longest-block.ts';

// run KNOWLEDGE FILE: the longest block of the event loop while a log is read, answered and told, in milliseconds.

const [knowledge = '', file = ''] = process.argv.slice(2);
const engine = openEngine(openInstalled(knowledge));
const watch = watchBlocks();
// the first turn of the loop, so that loading the knowledge is no block
await new Promise((resolve) => setImmediate(resolve));
watch.take();
const { reply } = await answerInputs([{ name: file, pieces: openInput(file, () => {}) }], null, engine);
readAll(reply);
process.stdout.write(JSON.stringify({ longest: watch.take() }));
