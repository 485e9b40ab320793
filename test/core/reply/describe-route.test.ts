import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { toMarkdown } from '../../../src/markdown/to-markdown.ts';
import { toFullAnswer } from '../../../src/slack/views/full-answer.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const answer = createAnswer(
  sampleKnowledge(
    [sampleEntry('closed', [sampleSignature('upstream prematurely closed connection')], [sampleCause('one', 0)])],
    {
      directives: ['server', 'listen', 'server_name', 'location', 'proxy_pass', 'upstream'].map((name) => ({
        name,
        module: 'ngx_http_core_module',
        contexts: ['http', 'server', 'location'],
        default: '',
        takes: null,
      })),
    },
  ),
);
const line = (uri: string) =>
  `2026/11/22 10:15:42 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1, server: a.example, request: "GET ${uri} HTTP/1.1", upstream: "http://127.0.0.1:3000/", host: "a.example"`;
const SITE = `upstream app { server 127.0.0.1:3000; }
server {
  listen 80;
  server_name a.example b.example;
  location /api/ { proxy_pass http://app; }
  location / { proxy_pass http://127.0.0.1:3000; }
}`;
const routeOf = (paste: string) => answer(paste).answers[0]?.route ?? null;

test('the way of a request is told with its lines', () => {
  expect(routeOf(`${line('/api/x')}\n${SITE}`)).toEqual({
    text: 'Goes through `server a.example` → `location /api/` → `proxy_pass http://app` → `upstream app`',
    lines: [3, 6, 6, 2],
    isCertain: true,
  });
});

test('what was not pasted is not told', () => {
  expect(routeOf(`${line('/api/x')}\nlocation /api/ { proxy_pass http://127.0.0.1:3000; }`)).toEqual({
    text: 'Probably goes through `location /api/` → `proxy_pass http://127.0.0.1:3000`',
    lines: [2, 2],
    isCertain: false,
  });
});

test.for([
  ['without configuration', line('/')],
  ['where requests go several ways', `${line('/api/x')}\n${line('/y')}\n${SITE}`],
  ['where the server alone is known', `${line('/')}\nserver {\n  listen 80;\n  server_name a.example;\n}`],
] as const)('nothing is told %s', ([, paste]) => expect(routeOf(paste)).toBeNull());

test('Markdown and Slack show it', () => {
  const reply = answer(`${line('/api/x')}\n${SITE}`);
  expect(toMarkdown(reply, (lines) => `lines ${lines.join()}`)).toContain(
    'Goes through `server a.example` → `location /api/`',
  );
  expect(JSON.stringify(toFullAnswer(reply).blocks)).toContain('Goes through');
});
