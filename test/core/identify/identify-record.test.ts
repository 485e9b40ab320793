import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const CAUSES = [sampleCause('one', 0), sampleCause('two', -1)];
const answer = createAnswer(
  sampleKnowledge([
    sampleEntry(
      'refused',
      [
        sampleSignature('connect() failed', { errnos: ['ECONNREFUSED'], actions: ['connecting to upstream'] }),
        sampleSignature('connect() to %V failed', { errnos: ['ECONNREFUSED'], actions: ['connecting to upstream'] }),
      ],
      CAUSES,
    ),
    sampleEntry('timed-out', [sampleSignature('upstream timed out', { actions: ['connecting to upstream'] })], CAUSES),
    sampleEntry('closed', [sampleSignature('upstream prematurely closed connection')], CAUSES),
    sampleEntry('stderr', [sampleSignature('FastCGI sent in stderr: "%*s"')], CAUSES),
    sampleEntry(
      'script',
      [sampleSignature('FastCGI sent in stderr: "%*s"', { containing: ['Primary script unknown'] })],
      CAUSES,
    ),
    sampleEntry('quiet', [sampleSignature('recv() failed', { levels: ['info'] })], CAUSES),
    sampleEntry('tcp-refused', [sampleSignature('connect() failed', { block: 'stream' })], CAUSES),
    sampleEntry('no-endpoints', [sampleSignature('Service "%s" has none', { author: 'ingress-nginx' })], CAUSES),
    sampleEntry('fork', [sampleSignature('no worker could be started'), sampleSignature('a message was lost')], CAUSES),
    sampleEntry('directive', [sampleSignature('unknown directive "%s"')], CAUSES),
    sampleEntry(
      'of-lua',
      [sampleSignature('connect() failed', { errnos: ['ECONNREFUSED'], actions: ['none'] })],
      CAUSES,
    ),
    sampleEntry('kong', [sampleSignature('[kong] %s:%d %s')], CAUSES),
  ]),
);

const entriesOf = (paste: string): readonly (string | null)[] => answer(paste).answers.map(({ entry }) => entry);
const TAIL =
  ', client: 192.0.2.1, server: a.example, request: "GET /x HTTP/1.1", upstream: "http://127.0.0.1:80/x", host: "a.example"';
const HEAD = '2026/11/22 10:15:42 [error] 7#7: *1 ';

test.for([
  ['by its words', `${HEAD}upstream prematurely closed connection while reading upstream${TAIL}`, ['closed']],
  [
    'by errno and action',
    `${HEAD}connect() failed (111: Connection refused) while connecting to upstream${TAIL}`,
    ['refused'],
  ],
  [
    'with an address in the message',
    `${HEAD}connect() to unix:/run/a.sock failed (111: Connection refused) while connecting to upstream${TAIL}`,
    ['refused'],
  ],
  [
    'by the more specific of two signatures',
    `${HEAD}FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream${TAIL}`,
    ['script'],
  ],
  [
    'by the general one otherwise',
    `${HEAD}FastCGI sent in stderr: "PHP message: hello" while reading upstream${TAIL}`,
    ['stderr'],
  ],
  [
    'by having no action, though it has a context',
    `${HEAD}connect() failed (111: Connection refused), client: 192.0.2.1, server: a.example, request: "GET /x HTTP/1.1", host: "a.example"`,
    ['of-lua'],
  ],
  [
    'by having no action, where lua names its server',
    `${HEAD}connect() failed (111: Connection refused), upstream: redis.internal:6379(10.0.3.9:6379), client: 192.0.2.1, server: a.example, request: "GET /x HTTP/1.1", host: "a.example"`,
    ['of-lua'],
  ],
  ['by a name in brackets that is no level', `${HEAD}[kong] handler.lua:92 no keys${TAIL}`, ['kong']],
  ['cut in the middle of its message', `${HEAD}upstream prematurely closed conn`, ['closed']],
  [
    'cut in the middle of its action',
    `${HEAD}connect() failed (111: Connection refused) while connecting to ups`,
    ['refused'],
  ],
  ['cut inside of its errno', `${HEAD}connect() to 192.0.2.1:80 failed (111: Conn`, ['refused']],
  [
    'cut inside of a value, as nginx cuts at 2,048 bytes',
    `${HEAD}FastCGI sent in stderr: "${'PHP message: no "colour"; '.repeat(100)}`.slice(0, 2_048),
    ['stderr'],
  ],
  ['without its beginning', `prematurely closed connection while reading upstream${TAIL}`, ['closed']],
  [
    'without date and level',
    `7#7: *1 upstream prematurely closed connection while reading upstream${TAIL}`,
    ['closed'],
  ],
  ['as bare words', 'upstream prematurely closed connection while reading response header from upstream', ['closed']],
  ['as bare words in quotes', '"connect() failed (111: Connection refused) while connecting to upstream"', ['refused']],
  ['in a code span', 'it keeps saying `upstream prematurely closed connection while reading upstream`', ['closed']],
  [
    'told in a sentence',
    'so I see: connect() to 192.0.2.1:80 failed (111: Connection refused) while connecting to upstream',
    ['refused'],
  ],
  [
    'behind a head that nobody knows',
    `web-1 proxy error upstream prematurely closed connection while reading upstream${TAIL}`,
    ['closed'],
  ],
  [
    'before words of the person who pasted it',
    `look: ${HEAD}connect() to 192.0.2.1:80 failed (111: Connection refused) while connecting to upstream and it died`,
    ['refused'],
  ],
  [
    'of which a link ate the number sign',
    '[emerg] 31-31: unknown directive "foo" in /etc/nginx/nginx.conf:3',
    ['directive'],
  ],
  ['of Kong without a head', '"[kong] handler.lua:92 no keys"', ['kong']],
  [
    'that was typed off, with a capital',
    'Nginx [emerg] unknown directive “foo” in /etc/nginx/nginx.conf:3',
    ['directive'],
  ],
  ['from standard error', 'nginx: [emerg] unknown directive "foo" in /etc/nginx/nginx.conf:3', ['directive']],
  [
    'padded by a terminal',
    `${HEAD}upstream prematurely closed conne          ction while reading upstream${TAIL}`,
    ['closed'],
  ],
] as const)('identifies a line %s', ([, paste, expected]) => {
  expect(entriesOf(paste)).toEqual(expected);
});

test.for([
  [
    'the URI',
    `${HEAD}open() "/x" failed (2: No such file or directory), client: 192.0.2.1, server: a, request: "GET /upstream prematurely closed connection HTTP/1.1", host: "a"`,
  ],
  [
    'the referrer',
    `${HEAD}access forbidden by rule, client: 192.0.2.1, server: a, request: "GET / HTTP/1.1", host: "a", referrer: "upstream timed out while connecting to upstream"`,
  ],
  [
    'an access line',
    '192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET /?upstream%20prematurely HTTP/1.1" 200 5 "-" "upstream prematurely closed connection while reading upstream"',
  ],
  ['a sentence', 'we had upstream prematurely closed connection again, any ideas?'],
  [
    'a sentence that has no value of nginx’s',
    'if you see connect() failed (111: Connection refused) while connecting to upstream, wait',
  ],
  ['a sentence that goes on behind it', 'our parser upstream timed out while reading the header of a mail'],
  ['source code', '        ngx_log_error(NGX_LOG_ERR, c->log, 0, "upstream prematurely closed connection");'],
])('does not identify an error by words in %s', ([, paste]) => {
  expect(entriesOf(paste ?? '')).toEqual([]);
});

test('a level that alone sets an entry apart must have been pasted', () => {
  const reset = `recv() failed (104: Connection reset by peer)${TAIL}`;
  expect(entriesOf(`${HEAD.replace('error', 'info')}${reset}`)).toEqual(['quiet']);
  expect(entriesOf(reset)).not.toContain('quiet');
});

test('another errno is another error', () => {
  expect(
    answer(`${HEAD}connect() failed (113: No route to host) while connecting to upstream${TAIL}`).answers[0]?.entry ??
      null,
  ).toBeNull();
});

const TCP_TAIL =
  ', client: 192.0.2.1, server: 0.0.0.0:3306, upstream: "10.0.0.5:3306", bytes from/to client:0/0, bytes from/to upstream:0/0';

test('gives a line of stream to the entry about stream, whatever else the other one asks for', () => {
  const words = 'connect() failed (111: Connection refused) while connecting to upstream';
  expect(entriesOf(HEAD + words + TCP_TAIL)).toEqual(['tcp-refused']);
  expect(entriesOf(HEAD + words + TAIL)).toEqual(['refused']);
});

test.for([
  ['with its head', 'W1122 10:15:42.123456       7 controller.go:1076] Service "shop/api" has none', ['no-endpoints']],
  ['with the head of nginx, which never says so', `${HEAD}Service "shop/api" has none`, [null]],
  ['that nobody explains', 'W1122 10:15:42.123456       7 controller.go:1076] Service "shop/api" has three', []],
] as const)('reads a line of the controller %s', ([, paste, wanted]) => {
  expect(entriesOf(paste)).toEqual(wanted);
});

test('tells a finding by the line whose message its entry names first', () => {
  const [found] = answer(`${HEAD}a message was lost\n${HEAD}no worker could be started`).answers;
  expect(found).toMatchObject({ entry: 'fork', message: 'no worker could be started', line: 2, lines: [1, 2] });
});

test('finds the context although the comma before the client was lost', () => {
  const { answers } = answer(
    `${HEAD}upstream prematurely closed connection while reading upstream client:, server: a.example`,
  );
  expect(answers.map(({ entry, facts }) => [entry, facts.get('server')])).toEqual([['closed', 'a.example']]);
});
