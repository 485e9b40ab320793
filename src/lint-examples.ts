import { type Answer, createAnswer } from './answer.ts';
import type { Entry, Example } from './core/entry.ts';
import type { Knowledge } from './core/knowledge.ts';
import type { FindingAnswer } from './core/reply/reply.ts';
import { isSignal } from './core/signals/show-signal.ts';
import type { Problem } from './knowledge/problem.ts';

/** The corpus rules that need the engine: every entry's examples and look-alikes run through the whole pipeline. */
export function lintExamples(knowledge: Knowledge): readonly Problem[] {
  const answer = createAnswer(knowledge);
  const entries = knowledge.entries.filter(({ status }) => status === 'stable');
  const ids = new Set(entries.map(({ id }) => id));
  const companions = new Set(knowledge.companions.flatMap(({ patterns }) => patterns.map(({ id }) => id)));
  return entries.flatMap((entry) => [
    ...entry.examples.flatMap((example, index) => checkExample(entry, example, index, answer)),
    ...entry.lookalikes.flatMap((lookalike, index) => checkLookalike(entry, lookalike, index, answer)),
    ...checkCausesReached(entry),
    ...checkSignals(entry, ids, companions),
  ]);
}

function problem(entry: Entry, path: string, text: string): Problem {
  return { at: entry.id, path, text, weight: 'error' };
}

function checkExample(entry: Entry, example: Example, index: number, answer: Answer): readonly Problem[] {
  const path = `examples[${index}]`;
  const { answers } = answer(example.paste);
  const own = answers.find((one) => one.entry === entry.id);
  const others = answers.filter(
    (one) => one.entry !== entry.id && one.consequenceOf === null && own?.consequenceOf !== one.entry,
  );
  if (!own)
    return [
      problem(entry, path, `is identified as ${names(answers)}, not as this entry: ${example.paste.slice(0, 160)}`),
    ];
  if (others.length > 0 && !example.paste.includes('\n'))
    return [problem(entry, path, `is also identified as ${names(others)}: one line, one entry`)];
  return checkCause(entry, example, path, own);
}

const names = (answers: readonly FindingAnswer[]): string =>
  answers.map((one) => one.entry ?? `"${one.signature.template}" without an entry`).join(', ') || 'nothing';

function checkCause(entry: Entry, example: Example, path: string, own: FindingAnswer): readonly Problem[] {
  const [first] = own.causes;
  const order = own.causes
    .slice(0, 3)
    .map(({ id, confidence, probability }) => `${id} ${confidence} ${probability.toFixed(2)}`);
  if (example.cause !== undefined && first?.id !== example.cause)
    return [problem(entry, path, `must have the cause ${example.cause} first, and has ${order.join(', ')}`)];
  if (example.confidence !== undefined && first?.confidence !== example.confidence)
    return [problem(entry, path, `must be ${example.confidence}, and is ${order.join(', ')}`)];
  return [];
}

function checkLookalike(entry: Entry, lookalike: string, index: number, answer: Answer): readonly Problem[] {
  const isTaken = answer(lookalike).answers.some((one) => one.entry === entry.id);
  return isTaken ? [problem(entry, `lookalikes[${index}]`, 'is identified as this entry: narrow the signature')] : [];
}

function checkCausesReached(entry: Entry): readonly Problem[] {
  const reached = new Set(entry.examples.map(({ cause }) => cause));
  return entry.causes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => problem(entry, `causes.${id}`, 'is reached by no example: add a paste that gives it first'));
}

function checkSignals(entry: Entry, entries: ReadonlySet<string>, companions: ReadonlySet<string>): readonly Problem[] {
  const named = [
    ...entry.causes.flatMap((cause) => cause.evidence.map(({ signal }) => ({ path: `causes.${cause.id}`, signal }))),
    ...entry.userSees.flatMap(({ when }) => (when ?? []).map((signal) => ({ path: 'userSees', signal }))),
  ];
  return named.flatMap(({ path, signal }) => {
    if (!isSignal(signal) && !companions.has(signal))
      return [
        problem(
          entry,
          path,
          `names the signal ${signal}, which nothing gives: see docs/writing-entries.md and knowledge/companions/`,
        ),
      ];
    if (signal.startsWith('with:') && !entries.has(signal.slice(5)))
      return [problem(entry, path, `names the entry ${signal.slice(5)}, which does not exist`)];
    return [];
  });
}
