import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSecrets, withoutSecrets } from '../../src/llm/redact/find-secrets.ts';
import { answer, createTold, explainThrough, wishFor } from './explain-paste.ts';
import { startModelServer, streams } from './model-server.ts';

const secret = fc.stringMatching(/^[A-Za-z0-9_]{12,40}$/);
const LINES: readonly ((secret: string) => string)[] = [
  (s) => error(`request: "GET /reset/${s} HTTP/1.1", upstream: "http://10.0.0.9:80/reset/${s}", host: "shop.example"`),
  (s) => error(`request: "GET /a?key=${s} HTTP/1.1", upstream: "http://10.0.0.9:80/a?key=${s}", host: "shop.example"`),
  (s) => error(`request: "GET /home/${s}/file HTTP/1.1", upstream: "http://${s}.internal:80/", host: "${s}.example"`),
  (s) =>
    `2026/03/01 10:15:42 [error] 1#1: *1 open() "/home/${s}/www/x" failed (13: Permission denied), client: 203.0.113.7, server: ${s}, request: "GET /x HTTP/1.1", host: "shop.example"`,
  (s) =>
    `2026/03/01 10:15:42 [error] 1#1: *1 user "${s}": password mismatch, client: 203.0.113.7, server: shop.example, request: "GET / HTTP/1.1", host: "shop.example"`,
  (s) =>
    `2026/03/01 10:15:42 [error] 1#1: *1 FastCGI sent in stderr: "PHP message: Authorization: Bearer ${s}" while reading response header from upstream, client: 203.0.113.7, server: shop.example, request: "GET / HTTP/1.1", upstream: "fastcgi://unix:/run/${s}.sock:", host: "shop.example"`,
  (s) =>
    `${error('request: "GET / HTTP/1.1", upstream: "http://10.0.0.9:80/", host: "shop.example"')}, referrer: "https://shop.example/?session=${s}"`,
  (s) =>
    `${error('request: "GET / HTTP/1.1", upstream: "http://10.0.0.9:80/", host: "shop.example"')}\n[2026-03-01 10:15:42 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:1) ${s}`,
  (s) => `2026/03/01 10:15:42 [emerg] 1#1: unknown directive "${s}" in /etc/nginx/${s}.conf:3`,
];

const error = (rest: string): string =>
  `2026/03/01 10:15:42 [error] 1#1: *1 upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.7, server: shop.example, ${rest}`;

/** A secret as bytes might carry it. */
const formsOf = (value: string): readonly string[] => [
  value,
  encodeURIComponent(value),
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value).toString('base64').replace(/=+$/, ''),
  Buffer.from(value).toString('hex'),
];

test('no planted secret reaches the wire, whatever its place and form', async () => {
  const server = await startModelServer(streams('The connection was closed early.'));
  const explain = explainThrough(server.baseUrl, createTold());
  await fc.assert(
    fc.asyncProperty(secret, fc.constantFrom(...LINES), async (value, write) => {
      const [lead] = answer(write(value)).answers;
      const from = server.requests.length;
      if (lead) await explain(wishFor(lead));
      const bytes = server.requests
        .slice(from)
        .map((request) => request.bytes.toLowerCase())
        .join('');
      for (const form of formsOf(value)) expect(bytes).not.toContain(form.toLowerCase());
    }),
    { numRuns: 150 },
  );
  await server.close();
}, 30_000);

test.for([
  ['a token of GitHub', 'ghp_0123456789abcdef0123456789abcdef0123'],
  ['a password in a URL', 'https://user:pass1234@db.site.com/'],
  ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'],
  ['an Authorization header', 'Authorization: Bearer abcdef0123456789'],
] as const)('finds %s', async ([, text]) => {
  expect(await findSecrets(`before ${text} after`)).not.toHaveLength(0);
  expect(await withoutSecrets(`before ${text} after`)).toMatch(/^before .*removed-secret.* after$/);
});

test('leaves ordinary facts alone', async () => {
  const facts = 'seen: 3 times\nupstream: http to upstream-1, port 8080';
  expect(await withoutSecrets(facts)).toBe(facts);
});
