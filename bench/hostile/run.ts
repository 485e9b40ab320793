import { readFileSync } from 'node:fs';
import { openEngine } from '../../src/answer.ts';
import { runAll } from '../../src/core/steps.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';
import { answerInputs } from '../../src/terminal/answer-inputs.ts';
import { openInput } from '../../src/terminal/open-input.ts';
import { readAll } from '../read-all.ts';

// run KNOWLEDGE log|paste SMALL LARGE: the milliseconds that the processor is busy with each. The small one comes once before, for
// nothing that follows is to pay for compiling the code, and again behind the large one: the machine may be faster or slower by then.

const [knowledge = '', way = '', small = '', large = ''] = process.argv.slice(2);
const engine = openEngine(openInstalled(knowledge));
const read = way === 'paste' ? readPaste : readLog;
await read(small);
const before = await read(small);
const times = { large: await read(large), small: (before + (await read(small))) / 2 };
process.stdout.write(JSON.stringify(times));

async function readLog(file: string): Promise<number> {
  return measure(async () => {
    const { reply } = await answerInputs([{ name: file, pieces: openInput(file, () => {}) }], null, engine);
    return readAll(reply);
  });
}

async function readPaste(file: string): Promise<number> {
  const text = readFileSync(file, 'utf8');
  return measure(async () => readAll(runAll(engine.read(text)).replyAfter([])));
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
