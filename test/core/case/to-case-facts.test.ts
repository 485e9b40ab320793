import { expect, test } from 'vitest';
import { access, CLOSED, factsOf, lastReplyTo, REFUSED, TIMEOUT } from './sample-case.ts';

const at = (request: string, more = '') =>
  CLOSED.replace('POST /pay?card=4111', request).replace(
    'http://127.0.0.1:8080/pay?card=4111',
    `http://127.0.0.1:8080${more}`,
  );

test('what is remembered are facts by name, never the pasted words', () => {
  const [finding] = factsOf(`${CLOSED}\n${TIMEOUT}\n${access(502, '30.001')}`).findings;
  expect(finding).toMatchObject({
    entry: 'closed',
    template: 'upstream prematurely closed connection',
    tally: { count: 1, firstAt: '2026/11/22 10:15:42', lastAt: '2026/11/22 10:15:42' },
    values: {
      host: 'shop.example',
      path: '/pay',
      url: 'https://shop.example/pay',
      'upstream.address': '127.0.0.1:8080',
    },
    lines: [
      {
        paste: 1,
        line: 1,
        request: 'POST /pay',
        upstream: 'http://127.0.0.1:8080',
        action: 'reading response header from upstream',
      },
    ],
  });
});

test.for([
  ['a query', CLOSED, '4111'],
  ["the client's address", CLOSED, '192.0.2.1'],
  ["the client's address in an access line", access(502, '30.001'), '192.0.2.1'],
  ['a query in an access line', access(502, '30.001'), '4111'],
  ['who the client is', access(502, '30.001'), 'curl'],
  ['the number of a process of the backend', TIMEOUT, '29116'],
  ['a token in a path', at('GET /reset/9f86d081884c7d659a2feaa0c55ad015'), '9f86d081'],
  ['an address of mail in a path', at('GET /unsubscribe/anna@shop.example/now'), 'anna@'],
  [
    'a login name',
    CLOSED.replace('POST /pay?card=4111', 'GET /u').replace(
      ', host: ',
      ', referrer: "https://x.example/?u=anna", host: ',
    ),
    'anna',
  ],
  ['words around the lines', `please look, the customer is Anna Smith\n${CLOSED}`, 'Smith'],
  ["a command's output", `${CLOSED}\n$ ls -l /run\nsrw-rw---- 1 anna anna 0 Nov 22 10:00 app.sock`, 'anna'],
] as const)('%s is not remembered', ([, paste, secret]) => {
  const facts = JSON.stringify(factsOf(paste));
  expect(paste).toContain(secret);
  expect(facts).not.toContain(secret);
});

test.for([
  ['a time', 'time'],
  ['a method', 'method'],
  ['an upstream', 'upstream_addr'],
  ['a client', 'remote_addr'],
] as const)('what JSON holds in place of %s is not remembered', ([, name]) => {
  const fields = {
    time: '2026-11-22T10:15:42+00:00',
    method: 'GET',
    uri: '/pay',
    status: 502,
    [name]: 'Anna has the password 1234',
  };
  expect(JSON.stringify(factsOf(JSON.stringify(fields)))).not.toContain('password');
});

test('a path whose secret is masked leaves a blank in commands, and still is the same route', () => {
  const secret = at('GET /reset/9f86d081884c7d659a2feaa0c55ad015', '/reset/x');
  expect(lastReplyTo(secret, TIMEOUT).answers[0]?.facts.get('path')).toBe('/reset/…');
});

test('a paste without a line that says anything is no paste', () => {
  expect(factsOf('hello, is anybody there?')).toEqual({ version: 1, pastes: 0, findings: [], others: [] });
});

test.for([
  ['lines of one error', (index: number) => `${CLOSED.replace('*1', `*${index}`)}`],
  ['errors of many servers', (index: number) => REFUSED.replace('server: shop', `server: shop${index}`)],
  ['access lines', (index: number) => access(502, `${index}.000`)],
] as const)('three thousand %s are remembered in bounded space', ([, line]) => {
  const facts = factsOf(Array.from({ length: 3_000 }, (_, index) => line(index)).join('\n'));
  expect(JSON.stringify(facts).length).toBeLessThan(200_000);
});
