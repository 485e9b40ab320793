import { openEngine } from '../../src/answer.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';
import { watchBlocks } from './longest-block.ts';

// run KNOWLEDGE FILE: the longest block of the event loop while a log is read and answered, in milliseconds.

const [knowledge = '', file = ''] = process.argv.slice(2);
const engine = openEngine(openInstalled(knowledge));
const watch = watchBlocks();
// the first turn of the loop, so that loading the knowledge is no block
await new Promise((resolve) => setImmediate(resolve));
watch.take();
await answerInputs([{ name: file, pieces: openInput(file, () => {}) }], null, engine);
process.stdout.write(JSON.stringify({ longest: watch.take() }));
