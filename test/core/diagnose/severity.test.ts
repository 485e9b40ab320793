import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
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
const told = (says: string): string =>
  `2026/11/22 10:15:42 [error] 7#7: *1 FastCGI sent in stderr: "PHP message: ${says}" while reading response header from upstream, ${CONTEXT}, upstream: "fastcgi://127.0.0.1:9000"`;
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
