import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAnswer } from '../src/answer.ts';
import type { FindingAnswer } from '../src/core/reply/reply.ts';
import { loadCompiledKnowledge } from '../src/knowledge/load-compiled.ts';

// Measures identification on a file of labelled pastes, one JSON object a line: `paste`, `message` (nginx's own message without
// variable parts, `…` for what varies; empty when nothing must be found), `id`. Prints how many are identified, wrong, silent.

interface LabelledPaste {
  readonly id: string;
  readonly paste: string;
  readonly message: string;
}

const USAGE = 'Usage: npm run measure:pastes -- FILE.jsonl [--verbose]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (file === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const answer = createAnswer(await loadCompiledKnowledge());
const pastes: readonly LabelledPaste[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

const counts = { identified: 0, deep: 0, wrong: 0, silent: 0, rightlySilent: 0, falselyFound: 0 };
for (const { id, paste, message } of pastes) judge(id, message, answer(paste).answers);

const labelled = pastes.filter(({ message }) => message !== '').length;
console.log(
  `${labelled} pastes with an nginx message: ${counts.identified} identified (${counts.deep} by a deep entry), ${counts.wrong} wrong, ${counts.silent} silent`,
);
console.log(
  `${pastes.length - labelled} pastes without one: ${counts.rightlySilent} rightly silent, ${counts.falselyFound} falsely found`,
);

function judge(id: string, message: string, answers: readonly FindingAnswer[]): void {
  if (message === '') {
    if (answers.length === 0) counts.rightlySilent += 1;
    else report('falselyFound', id, message, answers);
    return;
  }
  const found = answers.find((one) => says(one, message));
  if (found) {
    counts.identified += 1;
    if (found.entry !== null) counts.deep += 1;
  } else report(answers.length === 0 ? 'silent' : 'wrong', id, message, answers);
}

function report(
  verdict: 'falselyFound' | 'silent' | 'wrong',
  id: string,
  message: string,
  answers: readonly FindingAnswer[],
): void {
  counts[verdict] += 1;
  if (values.verbose)
    console.log(
      `${verdict} ${id}: ${message} => ${answers.map(({ signature }) => signature.template).join(' | ') || 'nothing'}`,
    );
}

/** True when most of the label's words are in the message or its format string. */
function says({ message, signature, facts }: FindingAnswer, label: string): boolean {
  const words = wordsOf(label.replace(/\(\d+: [^)]*\)/, ''));
  const said = new Set(wordsOf(`${message} ${signature.template} ${facts.get('ssl') ?? ''} unix socket proxy_temp`));
  return words.filter((word) => said.has(word)).length / Math.max(1, words.length) >= 0.8;
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
}
