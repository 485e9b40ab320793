import { expect, test } from 'vitest';
import { createAnswer, createEngine } from '../../../src/answer.ts';
import { runAll } from '../../../src/core/steps.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const STDERR = 'FastCGI sent in stderr: "%*s"';
const stderr = sampleEntry(
  'stderr',
  [
    sampleSignature(STDERR),
    sampleSignature(STDERR, { containing: ['PHP Warning', 'PHP Notice'], severity: 'warning' }),
  ],
  [sampleCause('program', 0)],
);
const refused = sampleEntry('refused', [sampleSignature('connect() failed')], [sampleCause('down', 0)]);
const answer = createAnswer(sampleKnowledge([stderr, refused]));

const CONTEXT = 'client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1"';
const told = (says: string, second = 42): string =>
  `2026/11/22 10:15:${second} [error] 7#7: *1 FastCGI sent in stderr: "PHP message: ${says}" while reading response header from upstream, ${CONTEXT}, upstream: "fastcgi://127.0.0.1:9000"`;
const REFUSED = `2026/11/22 10:15:43 [error] 7#7: *2 connect() failed (111: Connection refused) while connecting to upstream, ${CONTEXT}, upstream: "http://127.0.0.1:8080/"`;

const answersTo = (...lines: readonly string[]) =>
  answer(lines.join('\n')).answers.map(({ entry, severity }) => [entry, severity]);

test('a line that its signature makes a warning comes behind an error that was logged later', () => {
  expect(answersTo(told('PHP Warning:  Undefined array key'), REFUSED)).toEqual([
    ['refused', 'error'],
    ['stderr', 'warning'],
  ]);
});

test('other lines of that entry matter as much as the entry says', () => {
  expect(answersTo(told('PHP Fatal error:  Uncaught Error'), REFUSED)).toEqual([
    ['stderr', 'error'],
    ['refused', 'error'],
  ]);
});

test('of lines of one entry the one that matters most counts', () => {
  expect(answersTo(told('PHP Warning:  Undefined array key'), told('PHP Fatal error:  Uncaught Error'))).toEqual([
    ['stderr', 'error'],
  ]);
});

test('an earlier paste of a case whose lines matter more still counts', () => {
  const engine = createEngine(sampleKnowledge([stderr, refused]));
  const read = (text: string) => runAll(engine.read(text));
  const [fatal, warning] = [told('PHP Fatal error:  Uncaught Error'), told('PHP Warning:  Undefined array key', 50)];
  for (const [first, second] of [
    [fatal, warning],
    [warning, fatal],
  ] as const) {
    const facts = JSON.parse(JSON.stringify(read(first).factsAfter([])));
    const reply = read(second).replyAfter([{ kind: 'paste', facts, isTold: false }]);
    expect(reply.answers.map(({ severity }) => severity)).toEqual(['error']);
  }
});
