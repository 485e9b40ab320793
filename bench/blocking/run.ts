import { createEngine } from '../../src/answer.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';
import { watchBlocks } from './longest-block.ts';

// run FILE: the longest block of the event loop while a log is read and answered, in milliseconds.

const file = process.argv[2] ?? '';
const engine = createEngine(await loadCompiledKnowledge());
const watch = watchBlocks();
// the first turn of the loop, so that loading the knowledge is no block
await new Promise((resolve) => setImmediate(resolve));
watch.take();
await answerInputs([{ name: file, pieces: openInput(file, () => {}) }], null, engine);
process.stdout.write(JSON.stringify({ longest: watch.take() }));
