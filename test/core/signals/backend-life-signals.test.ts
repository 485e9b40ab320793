import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { loadCompiledKnowledge } from '../../../src/knowledge/load-compiled.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const { companions } = await loadCompiledKnowledge();
const refused = (second: number, port = 3000): string =>
  `2026/01/21 06:20:${second} [error] 7#7: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "http://172.18.0.4:${port}/", host: "a.example"`;

/** The pasted lines that show the signal; null when it is absent. */
function shown(signal: string, lines: readonly string[]): readonly number[] | null {
  const cause = sampleCause('one', 0, [{ signal, weight: 2, says: 'so it is' }]);
  const entry = sampleEntry('one', [sampleSignature('connect() failed')], [cause]);
  const { answers } = createAnswer({ ...sampleKnowledge([entry]), companions })(lines.join('\n'));
  return answers[0]?.causes[0]?.evidence[0]?.quotes.map(({ line }) => line) ?? null;
}

test.for([
  ['Spring Boot', 'APPLICATION FAILED TO START'],
  ['Puma', '! Unable to load application: LoadError: cannot load such file -- shop/web'],
  ['bundler', 'bundler: failed to load command: puma (/usr/local/bundle/bin/puma)'],
  ['Uvicorn', 'ERROR:    Application startup failed. Exiting.'],
  ['Next.js', "Error: Could not find a production build in the '.next' directory. Try building your app"],
  ['systemd', 'shop.service: Failed at step EXEC spawning /opt/shop/bin/shop: No such file or directory'],
])('a start that failed is heard from %s', ([, line]) => {
  expect(shown('backend-failed-to-start', [refused(10), line ?? ''])).toEqual([2]);
});

test.for([
  ['Spring Boot', 'Web server failed to start. Port 8080 was already in use.'],
  ['Go', '2026/01/21 06:20:01 listen tcp :8080: bind: address already in use'],
  ['Kestrel', 'System.IO.IOException: Failed to bind to address http://127.0.0.1:5000: address already in use.'],
  ['Rust', 'value: Os { code: 98, kind: AddrInUse, message: "Address already in use" }'],
])('a port that was taken is heard from %s', ([, line]) => {
  expect(shown('backend-address-in-use', [refused(10), line ?? ''])).toEqual([2]);
});

test("Spring's advice about the program that holds the port is no word of listening", () => {
  const advice =
    "Identify and stop the process that's listening on port 3000 or configure this application to listen on another port.";
  expect(shown('backend-says-it-listens', [refused(10), advice])).toBeNull();
});

const LISTENS = '* Listening on http://127.0.0.1:3000';
const STOPS = '- Gracefully stopping, waiting for requests to finish';

test.for([
  ['backend-stopped-last', [LISTENS, STOPS], [3]],
  ['backend-stopped-last', [STOPS, LISTENS], null],
  ['backend-says-it-listens', [LISTENS, STOPS], null],
  ['port-listens', [LISTENS, STOPS], null],
  ['backend-says-it-listens', [STOPS, LISTENS], [3]],
  ['port-listens', [STOPS, LISTENS], [3]],
] as const)('%s heeds which word of the backend was the last', ([signal, lines, expected]) => {
  expect(shown(signal, [refused(10), ...lines])).toEqual(expected);
});

test('the stop of nginx or of a database is not one of the backend', () => {
  const lines = ['Jan 21 06:20:01 web1 systemd[1]: Stopped nginx.service - A high performance web server.'];
  expect(shown('backend-stopped-last', [refused(10), ...lines])).toBeNull();
});

const ready = (time: string, port: number): string => `${time} Server listening at http://0.0.0.0:${port}`;

test.for([
  ['a moment after the failures', ready('2026-01-21 06:20:31', 3000), [3]],
  ['before them', ready('2026-01-21 06:20:01', 3000), null],
  ['an hour later', ready('2026-01-21 07:21:01', 3000), null],
  ['on another port', ready('2026-01-21 06:20:31', 4000), null],
  ['at an unknown time', 'Server listening at http://0.0.0.0:3000', null],
] as const)(
  'a backend that says that it listens %s shows that it was still starting, or does not',
  ([, line, expected]) => {
    expect(shown('backend-listens-after-the-failures', [refused(10), refused(20), line])).toEqual(expected);
  },
);

test.for([
  ['in the second of the last failure, when nobody knows which came first', '20', '0.0.0.0:3000', null],
  ['a second later', '21', '0.0.0.0:3000', [3]],
  ['a second later, where nginx never asks', '21', '[::1]:3000', null],
] as const)('a backend that listens %s', ([, second, address, expected]) => {
  const line = `[2026-01-21 06:20:${second} +0000] [40] [INFO] Listening at: http://${address} (40)`;
  expect(shown('backend-listens-after-the-failures', [refused(10), refused(20), line])).toEqual(expected);
});

test('a backend that says https of the port to which nginx speaks http shows it', () => {
  expect(shown('backend-listens-with-tls', [refused(10), 'Server listening at https://0.0.0.0:3000'])).toEqual([2]);
  expect(shown('backend-listens-with-tls', [refused(10), 'Server listening at http://0.0.0.0:3000'])).toBeNull();
});

test("a container's address that is not the upstream's shows that it moved", () => {
  expect(shown('docker-address-differs', [refused(10), '            "IPAddress": "172.18.0.6",'])).toEqual([2]);
  expect(shown('docker-address-differs', [refused(10), '            "IPAddress": "172.18.0.4",'])).toBeNull();
});

test.for([
  ['[ NOTICE ] Server starting on http://127.0.0.1:8081', 'backend-listens-on-other-port', true],
  ['HTTP service (werkzeug) running on web01:3000', 'backend-listens-on-other-port', false],
  ['odoo.service.server: HTTP service (werkzeug) running on web01:3000', 'port-listens', true],
  ['[ NOTICE ] Server started on http://127.0.0.1:3000', 'backend-listening-on-loopback', true],
  ['Listening on :3000, port 3000 is already in use', 'port-listens', false],
  ['2026-01-21 06:20:01 importing products running since 06:19:3000', 'port-listens', false],
  ['SIGTERM received, shutting down gracefully', 'backend-stopped-last', true],
  ['[INFO] Shutting down granian', 'backend-stopped-last', true],
  ['Application started. Press Ctrl+C to shut down.', 'backend-stopped-last', false],
  ['worker 3 is shutting down after 1000 requests', 'backend-stopped-last', false],
  ['error: Failed to start server. Is port 3000 in use?', 'backend-mentions-a-taken-port', true],
  ["Can't connect to TCP port 3000 on 127.0.0.1 [Address already in use]", 'backend-mentions-a-taken-port', true],
  ['http.port in the configuration is used by the admin server', 'backend-mentions-a-taken-port', false],
  ['ERROR o.s.boot.SpringApplication : Application run failed', 'backend-mentions-a-failed-start', true],
  ['You must install or update .NET to run this application.', 'backend-mentions-a-failed-start', true],
  ['ERROR GET /start failed after 3 attempts', 'backend-mentions-a-failed-start', false],
] as const)('a program that nobody knows is heard by its words: %s shows %s: %s', ([line, signal, expected]) => {
  expect(shown(signal, [refused(10), line]) !== null).toBe(expected);
});
