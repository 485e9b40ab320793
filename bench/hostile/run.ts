import { readFileSync } from 'node:fs';
import { createEngine } from '../../src/answer.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';

// run SMALL LARGE PASTE LONG-PASTE: the milliseconds that the processor is busy with each, as a log or as a paste; the small
// one comes once before, for nothing that follows is to pay for compiling the code.

const [small = '', large = '', paste = '', longPaste = ''] = process.argv.slice(2);
const engine = createEngine(await loadCompiledKnowledge());
const readLog = (file: string) =>
  answerInputs([{ name: file, pieces: openInput(file, process.stdin, () => {}) }], engine);

const cold = await measure(() => readLog(small));
const times = {
  cold,
  small: await measure(() => readLog(small)),
  large: await measure(() => readLog(large)),
  paste: await measurePaste(paste),
  longPaste: await measurePaste(longPaste),
};
process.stdout.write(JSON.stringify(times));

async function measurePaste(file: string): Promise<number> {
  const text = readFileSync(file, 'utf8');
  return measure(async () => engine.answer(text));
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
