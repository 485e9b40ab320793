import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const TAIL = (request: string, upstream: string, client = '192.0.2.1') =>
  `upstream prematurely closed connection while reading response header from upstream, client: ${client}, server: a.example, request: "${request} HTTP/1.1", upstream: "${upstream}", host: "a.example"`;
const line = (second: number, request: string, upstream = 'http://127.0.0.1:8080/', client?: string) =>
  `2026/11/22 10:15:${String(second).padStart(2, '0')} [error] 7#7: *1 ${TAIL(request, upstream, client)}`;
const access = (status: number, uri: string, rest: string) =>
  `192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET ${uri} HTTP/1.1" ${status} 157 "-" "curl" ${rest}`;

/** The pasted lines that show a signal; null when it is absent. */
function shown(signal: string, paste: string): readonly number[] | null {
  const entry = sampleEntry(
    'closed',
    [sampleSignature('upstream prematurely closed connection')],
    [sampleCause('one', 0, [{ signal, weight: 2, says: 'so it is' }])],
  );
  const other = sampleEntry('none-live', [sampleSignature('no live upstreams')], [sampleCause('one', 0)]);
  const { answers } = createAnswer(sampleKnowledge([entry, other]))(paste);
  const found = answers.find(({ entry: id }) => id === 'closed')?.causes[0]?.evidence[0];
  return found?.quotes.map((quote) => quote.line) ?? null;
}

const GET = line(1, 'GET /a');
const POST = line(1, 'POST /a?x=1');

test.for([
  ['method:POST', POST],
  ['method-is-not-idempotent', POST],
  ['method-is-idempotent', GET],
  ['level:error', GET],
  [
    'context:ngx.timer',
    '2026/11/22 10:15:42 [error] 7#7: *1 upstream prematurely closed connection, context: ngx.timer',
  ],
  ['action:reading-response-header-from-upstream', GET],
  ['upstream-scheme:http', GET],
  ['upstream-port:8080', GET],
  ['upstream-port-is-usually-tls', line(1, 'GET /', 'http://10.0.0.1:8443/')],
  ['upstream-port-is-usually-plain', line(1, 'GET /', 'https://10.0.0.1:8080/')],
  ['upstream-port-is-usually-fastcgi', line(1, 'GET /', 'http://10.0.0.1:9000/')],
  ['upstream-port-is-another-service', line(1, 'GET /', 'http://10.0.0.1:6379/')],
  ['upstream-is-unix-socket', line(1, 'GET /', 'http://unix:/run/a.sock:/')],
  ['upstream-is-loopback', GET],
  ['upstream-is-ipv6-loopback', line(1, 'GET /', 'http://[::1]:8080/')],
  ['upstream-is-container-address', line(1, 'GET /', 'http://172.18.0.5:80/')],
  ['upstream-is-public-address', line(1, 'GET /', 'http://203.0.113.9:80/')],
  ['upstream-is-placeholder', line(1, 'GET /', 'http://127.0.0.1:8181/')],
  ['socket-below-tmp', line(1, 'GET /', 'http://unix:/tmp/a.sock:/')],
  ['socket-below-home', line(1, 'GET /', 'http://unix:/home/bob/a.sock:/')],
  ['client-is-bridge', line(1, 'GET /', 'http://127.0.0.1:80/', '172.17.0.1')],
  ['request-is-websocket', line(1, 'GET /socket.io/?transport=websocket')],
  ['request-is-static-file', line(1, 'GET /a/logo.png?v=2')],
  ['request-is-grpc', line(1, 'POST /shop.Cart/AddItem')],
  ['request-looks-like-a-scanner', line(1, 'GET /wp-login.php')],
  ['message-contains:prematurely', GET],
  ['seen-once', GET],
])('%s is shown by the line', ([signal, paste]) => {
  expect(shown(signal ?? '', paste ?? '')).toEqual([1]);
});

test.for([
  ['method:GET', POST],
  ['upstream-port-is-usually-tls', line(1, 'GET /', 'https://10.0.0.1:8443/')],
  ['upstream-is-container-address', line(1, 'GET /', 'http://172.33.0.5:80/')],
  ['seen-repeatedly', GET],
  ['burst', [line(1, 'GET /'), line(9, 'GET /'), line(1, 'GET /')].join('\n')],
  ['spread-out', [line(1, 'GET /'), line(2, 'GET /'), line(3, 'GET /')].join('\n')],
  ['one-uri', [line(1, 'GET /a'), line(2, 'GET /b'), line(3, 'GET /a')].join('\n')],
  ['access-all-failed', [GET, access(502, '/a', ''), access(200, '/a', '')].join('\n')],
  ['request-time-near:30', [GET, access(502, '/a', 'rt=30.0'), access(502, '/a', 'rt=2.0')].join('\n')],
  ['with:none-live', GET],
])('%s is absent', ([signal, paste]) => {
  expect(shown(signal ?? '', paste ?? '')).toBeNull();
});

test.for([
  ['seen-repeatedly', [line(1, 'GET /'), line(2, 'GET /'), line(3, 'GET /')].join('\n'), [1, 2, 3]],
  ['burst', [line(1, 'GET /'), line(2, 'GET /'), line(3, 'GET /')].join('\n'), [1, 2, 3]],
  ['one-uri', [line(1, 'GET /a?1'), line(2, 'GET /a?2'), line(3, 'GET /a')].join('\n'), [1, 2, 3]],
  ['many-uris', [line(1, 'GET /a'), line(2, 'GET /b'), line(3, 'GET /c')].join('\n'), [1, 2, 3]],
  ['access-status:502', [GET, access(502, '/a', '')].join('\n'), [2]],
  ['access-some-succeed', [GET, access(502, '/a', ''), access(200, '/a', '')].join('\n'), [3]],
  ['access-all-failed', [GET, access(502, '/a', ''), access(502, '/a', '')].join('\n'), [2, 3]],
  ['request-time-near:30', [GET, access(502, '/a', 'rt=30.004'), access(200, '/other', 'rt=1.0')].join('\n'), [2]],
  ['request-time-near-zero', [GET, access(502, '/a', 'rt=0.001')].join('\n'), [2]],
  ['upstream-connect-time-zero', [GET, access(502, '/a', 'rt=0.001 uct=0.000')].join('\n'), [2]],
  ['request-was-retried', [GET, access(200, '/a', 'us=502, 200')].join('\n'), [2]],
  ['upstream-status:504', [GET, access(502, '/a', 'us=504')].join('\n'), [2]],
  ['config-has:proxy_pass', [GET, '    proxy_pass http://127.0.0.1:8080;'].join('\n'), [2]],
  ['nginx-version-at-least:1.29.7', [GET, 'nginx version: nginx/1.31.0'].join('\n'), [2]],
  ['nginx-version-below:1.29.7', ['2026/11/22 10:15:00 [notice] 1#1: nginx/1.22.1', GET].join('\n'), [1]],
  ['with:none-live', [GET, GET.replace('upstream prematurely closed connection', 'no live upstreams')].join('\n'), [2]],
] as const)('%s is shown by several lines', ([signal, paste, lines]) => {
  expect(shown(signal, paste)).toEqual(lines);
});
