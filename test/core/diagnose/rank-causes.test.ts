import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import type { Companion } from '../../../src/core/companion.ts';
import type { Cause, Entry } from '../../../src/core/entry.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const COMPANION: Companion = {
  program: 'gunicorn',
  title: 'gunicorn',
  patterns: [
    {
      id: 'worker-timeout',
      template: '[CRITICAL] WORKER TIMEOUT (pid:{pid:number})',
      at: 'anywhere',
      means: 'It timed out.',
      examples: ['[CRITICAL] WORKER TIMEOUT (pid:7)'],
    },
  ],
  lookalikes: ['WORKER'],
};
const ERROR =
  '2026/11/22 10:15:42 [error] 7#7: *1 upstream prematurely closed connection while reading upstream, client: 192.0.2.1, server: a.example, request: "POST /x HTTP/1.1", upstream: "http://127.0.0.1:8443/x"';
const TIMEOUT = '[2026-11-22 10:15:42 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:29116)';

const proof = { signal: 'worker-timeout', weight: 6, proves: true, says: 'gunicorn killed its worker' };

function causesOf(causes: readonly Cause[], paste: string, more: Partial<Entry> = {}) {
  const entry = sampleEntry('closed', [sampleSignature('upstream prematurely closed connection')], causes, more);
  const [found] = createAnswer(sampleKnowledge([entry], { companions: [COMPANION] }))(paste).answers;
  return found ?? null;
}

const order = (causes: readonly Cause[], paste: string) =>
  causesOf(causes, paste)?.causes.map(({ id, confidence }) => [id, confidence]);

test('without evidence the priors decide, and nothing is more than possible', () => {
  expect(order([sampleCause('rare', -1.5), sampleCause('usual', -0.5)], ERROR)).toEqual([
    ['usual', 'possible'],
    ['rare', 'possible'],
  ]);
});

test('a line that proves a cause confirms it and comes first', () => {
  expect(order([sampleCause('usual', 1), sampleCause('timeout', -4, [proof])], `${ERROR}\n${TIMEOUT}`)).toEqual([
    ['timeout', 'confirmed'],
    ['usual', 'possible'],
  ]);
});

test('evidence quotes the pasted lines that show it', () => {
  const [first] = causesOf([sampleCause('timeout', 0, [proof])], `${ERROR}\n\n${TIMEOUT}`)?.causes ?? [];
  expect(first?.evidence[0]).toMatchObject({ supports: true, proves: true, quotes: [{ line: 3, text: TIMEOUT }] });
});

test('a proving line from another time does not confirm', () => {
  const other = TIMEOUT.replace('10:15:42', '09:36:01');
  expect(
    order([sampleCause('timeout', -1, [proof]), sampleCause('usual', 0)], `${ERROR}\n${other}`),
  ).not.toContainEqual(['timeout', 'confirmed']);
});

const ACCESS = '192.0.2.1 - - [22/Nov/2026:10:15:42 +0200] "POST /x HTTP/1.1" 502 157 "-" "curl"';

test.for([
  ['its own offset names the zone', TIMEOUT.replace('10:15:42 +0000', '12:15:42 +0200')],
  ['the access log names that of nginx', `${TIMEOUT.replace('10:15:42 +0000', '08:15:42')}\n${ACCESS}`],
  ['both are named', `${TIMEOUT.replace('10:15:42 +0000', '03:15:42 -0500')}\n${ACCESS}`],
])('a proving line of a log in another time zone confirms, when %s', ([, lines]) => {
  expect(order([sampleCause('timeout', -1, [proof])], `${ERROR}\n${lines}`)).toEqual([['timeout', 'confirmed']]);
});

test('a proving line whole hours away is from another zone or from another time, so it weighs in full and confirms nothing', () => {
  const other = TIMEOUT.replace('10:15:42 +0000', '12:15:42');
  expect(order([sampleCause('usual', 0), sampleCause('timeout', -4, [proof])], `${ERROR}\n${other}`)?.[0]).toEqual([
    'timeout',
    'likely',
  ]);
});

test.for([
  ['hours before', '2026-11-22 04:31:05', 'likely'],
  ['with the failure', '2026-11-22 10:15:41', 'confirmed'],
])('the end of a trace was written when its first line was: %s', ([, time, confidence]) => {
  const trace = `${time} ERROR the worker is stuck\n    at run (app.py:1)\n\n[CRITICAL] WORKER TIMEOUT (pid:29116)`;
  expect(order([sampleCause('timeout', 0, [proof])], `${ERROR}\n${trace}`)).toEqual([['timeout', confidence]]);
});

test('two causes that are proved alike contradict each other, and neither is confirmed', () => {
  const causes = [sampleCause('one', -1, [proof]), sampleCause('other', -1, [proof])];
  expect(order(causes, `${ERROR}\n${TIMEOUT}`)?.map(([, confidence]) => confidence)).not.toContain('confirmed');
});

test('a line that speaks against a cause makes it unlikely', () => {
  const against = { signal: 'method:POST', weight: -4, says: 'a POST cannot' };
  expect(order([sampleCause('usual', 0), sampleCause('odd', -1, [against])], ERROR)).toContainEqual([
    'odd',
    'unlikely',
  ]);
});

test('strong evidence of the line itself makes a cause likely', () => {
  const port = { signal: 'upstream-port-is-usually-tls', weight: 3, says: '8443 is a TLS port' };
  expect(order([sampleCause('usual', -0.5), sampleCause('tls', -1.5, [port])], ERROR)?.[0]).toEqual(['tls', 'likely']);
});

const check = (id: string, ...means: readonly (readonly string[])[]) => ({
  id,
  do: `Look at ${id}.`,
  run: 'ss -ltn',
  outcomes: means.map((ids) => ({ shows: ids.join(' or '), means: ids })),
});

test('the next check is the one that separates the causes best', () => {
  const causes = [sampleCause('a', 0), sampleCause('b', 0), sampleCause('c', -3)];
  const checks = [check('weak', ['a', 'b'], ['c']), check('strong', ['a'], ['b', 'c'])];
  expect(causesOf(causes, ERROR, { checks })?.nextCheck?.id).toBe('strong');
});

test('there is no next check when a cause is confirmed', () => {
  const causes = [sampleCause('a', 0, [proof]), sampleCause('b', 0)];
  const checks = [check('strong', ['a'], ['b'])];
  expect(causesOf(causes, `${ERROR}\n${TIMEOUT}`, { checks })?.nextCheck).toBeNull();
});

test('a consequence comes after what explains it', () => {
  const closed = sampleEntry(
    'closed',
    [sampleSignature('upstream prematurely closed connection')],
    [sampleCause('a', 0)],
  );
  const none = sampleEntry('none-live', [sampleSignature('no live upstreams')], [sampleCause('a', 0)], {
    severity: 'critical',
    consequenceOf: ['closed'],
  });
  const live = ERROR.replace(
    'upstream prematurely closed connection while reading upstream',
    'no live upstreams while connecting to upstream',
  );
  const { answers } = createAnswer(sampleKnowledge([closed, none]))(`${live}\n${live}\n${ERROR}`);
  expect(answers.map(({ entry, consequenceOf }) => [entry, consequenceOf])).toEqual([
    ['closed', null],
    ['none-live', 'closed'],
  ]);
});
