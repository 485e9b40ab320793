import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const refused = sampleEntry('refused', [sampleSignature('connect() failed')], [sampleCause('down', 0)]);
const directives = ['http', 'server', 'server_name', 'location', 'proxy_pass'].map((name) => ({
  name,
  module: 'ngx_http_core_module',
  contexts: ['http', 'server', 'location'],
  default: '',
  takes: null,
}));
const answer = createAnswer(sampleKnowledge([refused], { directives }));

const PATH = `/${'a'.repeat(600)}`;
const refusedOn = (server: string) =>
  `2026/11/22 10:15:43 [error] 7#7: *2 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: ${server}, request: "GET ${PATH} HTTP/1.1", upstream: "http://127.0.0.1:8080${PATH}", host: "${server}"`;

/** As many expressions, each as costly, as one server may ask for. */
const costly = Array.from({ length: 90 }, (_, number) => `location ~ "^/b${number}{150}x$" { proxy_pass http://no; }`);
const serverOf = (name: string): string =>
  ['server {', `server_name ${name};`, ...costly, 'location / { proxy_pass http://127.0.0.1:8080; }', '}'].join('\n');
const SERVERS = ['a.example', 'b.example', 'c.example', 'd.example'];
const PASTE = [...SERVERS.map(refusedOn), 'http {', ...SERVERS.map(serverOf), '}'].join('\n');

test('whichever finding is read first, each gets the same share of what a paste may cost', () => {
  const inOrder = answer(PASTE).answers.map(({ route }) => route?.isCertain);
  expect(inOrder).toEqual([true, true, false, false]);
  const backwards = answer(PASTE).answers.toReversed();
  expect(backwards.map(({ route }) => route?.isCertain)).toEqual(inOrder.toReversed());
});
