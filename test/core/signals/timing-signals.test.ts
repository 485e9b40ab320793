import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { loadCompiledKnowledge } from '../../../src/knowledge/load-compiled.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const { companions } = await loadCompiledKnowledge();

/** The pasted lines that show a signal; null when it is absent. */
function shown(signal: string, ...paste: readonly string[]): readonly number[] | null {
  const entry = sampleEntry(
    'closed',
    [sampleSignature('upstream prematurely closed connection')],
    [sampleCause('one', 0, [{ signal, weight: 2, says: 'so it is' }])],
  );
  const { answers } = createAnswer({ ...sampleKnowledge([entry]), companions })(paste.join('\n'));
  return answers[0]?.causes[0]?.evidence[0]?.quotes.map(({ line }) => line) ?? null;
}

const closed = (time: string, request = 'GET /a', client = '192.0.2.1'): string =>
  `2026/11/22 ${time} [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: ${client}, server: a.example, request: "${request} HTTP/1.1", upstream: "http://127.0.0.1:8080/", host: "a.example"`;
const access = (
  time: string,
  status: number,
  seconds: string,
  request = 'GET /a',
  client = '192.0.2.1',
  zone = '+0000',
): string =>
  `${client} - - [22/Nov/2026:${time} ${zone}] "${request} HTTP/1.1" ${status} 157 "-" "curl" rt=${seconds} uct="0.000" uht="-" urt="${seconds}"`;
const fine = (count: number): readonly string[] =>
  Array.from({ length: count }, () => access('10:15:43', 200, '0.010'));
const nginxReload = '2026/11/22 10:15:00 [notice] 1#1: signal process started';
const gunicornStart = '[2026-11-22 10:15:41 +0000] [7] [INFO] Starting gunicorn 20.1.0';

test.for([
  ['request-times-agree-on-a-round-number', [closed('10:15:42'), access('10:15:42', 502, '30.01')], [2]],
  [
    'request-times-differ',
    [
      closed('10:15:42'),
      access('10:15:42', 502, '3.0'),
      access('10:15:42', 502, '9.0'),
      access('10:15:42', 502, '21.0'),
    ],
    [2, 3, 4],
  ],
  ['failures-are-rare', [closed('10:15:42'), access('10:15:42', 502, '0.001'), ...fine(30)], [2]],
  ['one-method', [closed('10:15:42'), closed('10:15:43'), closed('10:15:44')], [1, 2, 3]],
  [
    'only-one-method-fails',
    [closed('10:15:42', 'POST /a'), access('10:15:42', 502, '0.001', 'POST /a'), access('10:15:42', 200, '0.010')],
    [2, 3],
  ],
  ['begins-after-a-restart-of-nginx', [nginxReload, closed('10:15:42')], [1]],
  ['begins-after-a-restart-of-the-backend', [gunicornStart, closed('10:15:42')], [1]],
  ['at-the-moment-of-a-restart-of-the-backend', [closed('10:15:42'), gunicornStart], [2]],
  ['ends-with-a-restart', [closed('10:14:42'), nginxReload, access('10:15:43', 200, '0.010')], [2, 3]],
] as const)('%s is shown', ([signal, paste, lines]) => {
  expect(shown(signal, ...paste)).toEqual(lines);
});

test.for([
  [
    'request-times-agree-on-a-round-number',
    [closed('10:15:42'), access('10:15:42', 502, '30.01'), access('10:15:42', 502, '12.7')],
  ],
  [
    'request-times-differ',
    [
      closed('10:15:42'),
      access('10:15:42', 502, '30.0'),
      access('10:15:42', 502, '30.1'),
      access('10:15:42', 502, '30.2'),
    ],
  ],
  ['failures-are-rare', [closed('10:15:42'), access('10:15:42', 502, '0.001'), ...fine(8)]],
  ['failures-are-rare', [closed('10:15:42'), ...fine(30)]],
  ['one-method', [closed('10:15:42'), closed('10:15:43', 'POST /a'), closed('10:15:44')]],
  [
    'only-one-method-fails',
    [closed('10:15:42', 'POST /a'), access('10:15:42', 502, '0.001', 'POST /a'), access('10:15:42', 502, '0.010')],
  ],
  ['begins-after-a-restart-of-nginx', [nginxReload, closed('10:25:42')]],
  ['begins-after-a-restart-of-the-backend', [nginxReload, closed('10:15:42')]],
  ['at-the-moment-of-a-restart-of-the-backend', [closed('10:15:02'), gunicornStart]],
  ['ends-with-a-restart', [closed('10:14:42'), nginxReload, access('10:15:43', 502, '0.010')]],
] as const)('%s is absent', ([signal, paste]) => {
  expect(shown(signal, ...paste)).toBeNull();
});

test('an access line in another time zone is of the same request', () => {
  const there = access('11:15:42', 502, '30.0', 'GET /a', '192.0.2.1', '+0100');
  expect(shown('request-time-near:30', closed('10:15:42'), there)).toEqual([2]);
});

test('lines of the very request go before lines of its path', () => {
  const others = access('10:15:42', 502, '7.0', 'GET /a', '192.0.2.99');
  expect(shown('request-time-near:30', closed('10:15:42'), others, access('10:15:42', 502, '30.0'))).toEqual([3]);
});
