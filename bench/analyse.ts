import { readFileSync } from 'node:fs';
import { createEngine } from '../src/answer.ts';
import { answerInputs } from '../src/terminal/answer-inputs.ts';
import { openInput } from '../src/terminal/open-input.ts';
import { readAll } from './read-all.ts';

// analyse KNOWLEDGE FILE: what the terminal tool does with a file, with a knowledge that was cut or grown.

const [knowledge = '', file = ''] = process.argv.slice(2);
const engine = createEngine(JSON.parse(readFileSync(knowledge, 'utf8')));
const pieces = openInput(file, () => {});
const { reply, scan } = await answerInputs([{ name: file, pieces }], null, engine);
process.stdout.write(
  `${JSON.stringify({ totals: scan?.totals, answers: reply.answers.length, told: readAll(reply) })}\n`,
);
