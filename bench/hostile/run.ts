import { readFileSync } from 'node:fs';
import { openEngine } from '../../src/answer.ts';
import { runAll } from '../../src/core/steps.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';

// run KNOWLEDGE log|paste SMALL LARGE: the milliseconds that the processor is busy with each. The small one comes once before, for
// nothing that follows is to pay for compiling the code.

const [knowledge = '', way = '', small = '', large = ''] = process.argv.slice(2);
const engine = openEngine(openInstalled(knowledge));
const read = way === 'paste' ? readPaste : readLog;
const times = { cold: await read(small), small: await read(small), large: await read(large) };
process.stdout.write(JSON.stringify(times));

async function readLog(file: string): Promise<number> {
  return measure(() => answerInputs([{ name: file, pieces: openInput(file, () => {}) }], null, engine));
}

async function readPaste(file: string): Promise<number> {
  const text = readFileSync(file, 'utf8');
  return measure(async () => runAll(engine.read(text)).replyAfter([]));
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
