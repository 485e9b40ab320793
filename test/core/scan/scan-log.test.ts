import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine } from '../../../src/answer.ts';
import { findContext, readContext } from '../../../src/core/records/context-tail.ts';
import { parseErrorHeadAt } from '../../../src/core/records/error-head.ts';
import { readUsualHead } from '../../../src/core/records/usual-head.ts';
import { readRoute } from '../../../src/core/scan/read-route.ts';
import { runAll } from '../../../src/core/steps.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const CAUSES = [sampleCause('one', 0)];
const engine = createEngine(
  sampleKnowledge([
    sampleEntry('closed', [sampleSignature('upstream prematurely closed connection')], CAUSES),
    sampleEntry('forbidden', [sampleSignature('access forbidden by rule')], CAUSES),
    sampleEntry('endpoints', [sampleSignature('Service "%s" has none', { author: 'ingress-nginx' })], CAUSES),
    sampleEntry('stderr', [sampleSignature('FastCGI sent in stderr: "%*s"')], CAUSES),
  ]),
);

const TAIL = (upstream: string) =>
  `, client: 192.0.2.1, server: a.example, request: "GET /x HTTP/1.1", upstream: "http://${upstream}/x", host: "a.example"`;
const line = (second: number, words: string, upstream = '10.0.0.1:80') =>
  `2026/11/22 10:15:${String(second % 60).padStart(2, '0')} [error] 7#7: *1 ${words}${TAIL(upstream)}`;
const CLOSED = 'upstream prematurely closed connection while reading upstream';

function scan(lines: readonly string[]) {
  const log = engine.openLog();
  for (const one of lines) log.add(one);
  return runAll(log.finish());
}

test('counts every line, keeps the first ones, and tells when the first and the last came', () => {
  const { reply } = scan(Array.from({ length: 5_000 }, (_, index) => line(index < 2_500 ? 1 : 59, CLOSED)));
  expect(reply.answers[0]).toMatchObject({
    entry: 'closed',
    count: 5_000,
    firstAt: '2026/11/22 10:15:01',
    lastAt: '2026/11/22 10:15:59',
  });
});

test('says the same as a paste of the same lines', () => {
  const lines = [
    line(1, CLOSED),
    line(2, CLOSED, '10.0.0.2:80'),
    line(3, 'access forbidden by rule'),
    'noise',
    line(4, CLOSED),
  ];
  expect(scan(lines).reply.answers).toEqual(engine.answer(lines.join('\n')).answers);
});

test('keeps a message together that goes over several lines', () => {
  const { reply } = scan([
    '2026/11/22 10:15:01 [error] 7#7: *1 FastCGI sent in stderr: "PHP message: PHP Warning: a',
    'b in /var/www/x.php" while reading upstream, client: 192.0.2.1, server: a.example',
    line(2, CLOSED),
  ]);
  expect(reply.answers.map(({ entry, count }) => [entry, count])).toEqual([
    ['stderr', 1],
    ['closed', 1],
  ]);
});

test('has a bound on how many upstreams it tells apart, counts the others together, and says so', () => {
  const lines = Array.from({ length: 2_500 }, (_, index) => line(1, CLOSED, `10.0.${index >> 8}.${index & 255}:80`));
  const { scan: result } = scan(lines);
  expect(result.leftOut).toBe(2_400);
  expect(result.tallies.reduce((sum, { tally }) => sum + tally.count, 0)).toBe(2_500);
  expect(result.totals).toEqual({ lines: 2_500, errors: 2_500, access: 0 });
});

test('tells a listener what it takes each line for, by its number', () => {
  const told: [number, string][] = [];
  const log = engine.openLog(null, (number, name) => told.push([number, name]));
  for (const one of [
    line(1, CLOSED),
    'noise',
    line(2, 'nobody wrote this'),
    '192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET /x HTTP/1.1" 502 157 "-" "-"',
    JSON.stringify({ log: `${line(3, 'access forbidden by rule')}\n` }),
  ])
    log.add(one);
  runAll(log.finish());
  expect(told).toEqual([
    [1, 'closed'],
    [3, 'unknown'],
    [4, 'access 502'],
    [5, 'forbidden'],
  ]);
});

test('finds heads behind the envelopes of other programs', () => {
  const { reply } = scan([
    `web-1  | ${line(1, CLOSED)}`,
    JSON.stringify({ log: `${line(2, CLOSED)}\n`, stream: 'stderr' }),
  ]);
  expect(reply.answers).toMatchObject([{ entry: 'closed', count: 2 }]);
});

const time = fc.constantFrom('2026/11/22 10:15:42', '2026/11/22 10:15:4x', '2026-11-22 10:15:42', '');
const level = fc.constantFrom('[error]', '[emerg]', '[notice]', '[wrong]', '[I]');
const process = fc.constantFrom('7#7: ', '7#7:', '7#: ', '', '7: ');
const connection = fc.constantFrom('*1 ', '*1', '* ', '');

test('reads a head by position as the regular expression does', () => {
  fc.assert(
    fc.property(time, level, process, connection, fc.string({ maxLength: 10 }), (...parts) => {
      const [at, name, pid, number, rest] = parts;
      const text = `${at} ${name} ${pid}${number}${rest}`;
      const head = at === '' ? null : parseErrorHeadAt(text, 0);
      expect(readUsualHead(text)).toEqual(head && { level: head.level, timeAt: 0, end: head.end });
    }),
  );
});

const value = fc.string({
  unit: fc.constantFrom('a', '/', '"', ',', ' ', ':', 'upstream: "', ' HTTP/1.1', 'host'),
  maxLength: 12,
});

test('reads server and upstream by position as the general reader does', () => {
  fc.assert(
    fc.property(value, value, value, fc.boolean(), (server, uri, upstream, withHost) => {
      const text = `x, client: 192.0.2.1, server: ${server}, request: "GET ${uri} HTTP/1.1", upstream: "http://${upstream}"${withHost ? ', host: "a"' : ''}`;
      const at = findContext(text);
      const { values } = readContext(text, at);
      expect(readRoute(text, at)).toEqual({
        server: values.get('server') ?? '',
        upstream: values.get('upstream') ?? '',
        block: null,
      });
    }),
    { numRuns: 2_000 },
  );
});

test('counts lines of the controller by what they are about', () => {
  const klog = (service: string) =>
    `W1122 10:15:42.123456       7 controller.go:1076] Service "shop/${service}" has none`;
  const { reply } = scan([klog('api'), line(1, CLOSED), `2026-11-22T10:15:43Z stderr F ${klog('api')}`, klog('web')]);
  expect(reply.answers.map(({ entry, facts, count }) => [entry, facts.get('object'), count])).toEqual([
    ['endpoints', 'api', 2],
    ['closed', undefined, 1],
    ['endpoints', 'web', 1],
  ]);
});

test('keeps the configuration that stands among the lines of a log', () => {
  const { scan: kept } = scan([
    'some words that nobody logged',
    '# configuration file /etc/nginx/nginx.conf:',
    'http {',
    "    log_format timed '$remote_addr'",
    "                     '$request_time';",
    '}',
    line(1, CLOSED),
    'other words',
  ]);
  expect(kept.kept.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7]);
});
