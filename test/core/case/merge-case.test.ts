import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeCase } from '../../../src/core/case/merge-case.ts';
import { access, BOOTED, CLOSED, factsOf, NONE_LIVE, REFUSED, TIMEOUT } from './sample-case.ts';

const LINES = [
  CLOSED,
  CLOSED.replace('*1', '*9').replace('10:15:42', '10:20:00'),
  REFUSED,
  NONE_LIVE,
  TIMEOUT,
  BOOTED,
  access(502, '30.001'),
  access(200, '0.010'),
  'proxy_pass http://127.0.0.1:8080;',
  'LISTEN 0 128 127.0.0.1:8080 0.0.0.0:*',
];
const facts = fc
  .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 })
  .map((lines) => factsOf(lines.join('\n')));

test('it does not matter which pastes are merged first', () => {
  fc.assert(
    fc.property(facts, facts, facts, (a, b, c) => {
      expect(mergeCase(mergeCase(a, b), c)).toEqual(mergeCase(a, mergeCase(b, c)));
    }),
  );
});

test('the same paste again adds nothing', () => {
  fc.assert(
    fc.property(facts, (once) => {
      expect(mergeCase(once, once)).toEqual({ ...once, pastes: 2 * once.pastes });
    }),
  );
});

test('two requests in one second with the same answer are two', () => {
  expect(factsOf(`${access(502, '30.001')}\n${access(502, '30.001')}`).others).toHaveLength(2);
});

test('counts add up, and times widen', () => {
  const later = CLOSED.replace('10:15:42', '10:20:00').replace('*1', '*9');
  const [finding] = mergeCase(factsOf(later), factsOf(CLOSED)).findings;
  expect(finding?.tally).toEqual({ count: 2, firstAt: '2026/11/22 10:15:42', lastAt: '2026/11/22 10:20:00' });
  expect(finding?.lines.map(({ paste }) => paste)).toEqual([1, 2]);
});
