import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { loadCompiledKnowledge } from '../../../src/knowledge/load-compiled.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const { companions } = await loadCompiledKnowledge();

/** Whether the paste shows the signal. */
function shows(template: string, signal: string, paste: readonly string[]): boolean {
  const cause = sampleCause('one', 0, [{ signal, weight: 2, says: 'so it is' }]);
  const entry = sampleEntry('one', [sampleSignature(template)], [cause]);
  const { answers } = createAnswer({ ...sampleKnowledge([entry]), companions })(paste.join('\n'));
  return answers[0]?.causes[0]?.evidence.length === 1;
}

const php = (text: string): string =>
  `2026/01/21 06:20:10 [error] 7#7: *7 FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught Error: ${text} in /srv/a.php:9" while reading response header from upstream, client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "fastcgi://127.0.0.1:9000", host: "a.example"`;

test.for([
  ['Class "Redis" not found', true],
  ["Class 'ZipArchive' not found", true],
  ['Class "MongoDB\\Driver\\Manager" not found', true],
  ['Class "App\\Redis" not found', false],
  ['Class "RedisShop" not found', false],
  ['Interface "Acme\\Storage" not found', false],
] as const)('%s: a class of an extension of PHP is told from one of the application (%s)', ([text, expected]) => {
  expect(shows('FastCGI sent in stderr: "%*s"', 'php-class-is-of-an-extension', [php(text)])).toBe(expected);
});

const refused =
  '2026/01/21 06:20:10 [error] 7#7: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:3000/", host: "a.example"';

test.for([
  ['Server listening at http://[::1]:3000', 'backend-listening-on-ipv6-loopback', true],
  ['gRPC server listening on [::1]:3000', 'backend-listening-on-ipv6-loopback', true],
  ['Server listening at http://127.0.0.1:3000', 'backend-listening-on-ipv6-loopback', false],
  ['Server listening at http://[::1]:3000', 'backend-listens-on-other-port', false],
  ['Server listening at http://[::1]:4000', 'backend-listens-on-other-port', true],
] as const)('%s shows %s: %s', ([line, signal, expected]) => {
  expect(shows('connect() failed', signal, [refused, line])).toBe(expected);
});

const closed =
  '2026/01/21 06:20:10 [error] 7#7: *7 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:3000/", host: "a.example"';

test.for([
  ['06:20:10 conn limit (64), closing 127.0.0.1:41022', 'backend-mentions-connection-limit', true],
  ['WARN Maximum connections exceeded: 200 - closing socket', 'backend-mentions-connection-limit', true],
  ['WARN database pool: max connections reached', 'backend-mentions-connection-limit', false],
  ['06:20:10 closing idle connection', 'backend-mentions-connection-limit', false],
  ['guard: worker 41 uses 512 MiB, killed', 'backend-mentions-kill-for-memory', true],
  ['the OOM killer killed it for its memory', 'backend-mentions-kill-for-memory', false],
  ['Out of memory, killed', 'backend-mentions-kill-for-memory', false],
  ['worker uses 512 MiB', 'backend-mentions-kill-for-memory', false],
] as const)('%s shows %s: %s', ([line, signal, expected]) => {
  expect(shows('upstream prematurely closed connection', signal, [closed, line])).toBe(expected);
});
