/** Makes line number `index`. */
export type HostileLine = (index: number) => string;

/** An error line up to its message. */
export const HEAD = '2026/11/22 10:15:42 [error] 7#7: *1 ';
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';
const TAIL =
  ', client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "http://10.0.0.1:80/", host: "a"';
const LONG = 8_000;

const long = (unit: string): string => unit.repeat(Math.ceil(LONG / unit.length));
/** An error line with this message. */
export const errorText = (words: string, tail = TAIL): string => `${HEAD}${words}${tail}`;
const same =
  (line: string): HostileLine =>
  () =>
    line;

/** Lines that never end, or almost match, each again and again. */
export const SAME_LINES: ReadonlyMap<string, HostileLine> = new Map([
  ['empty lines', same('')],
  ['lines of one letter', same('a')],
  ['lines of a head alone', same(HEAD)],
  ['messages of quotes', same(errorText(long('"')))],
  ['messages of opened files that never end', same(`${HEAD}${long('open() "')}`)],
  ['messages of failures', same(errorText(`open() "${long('" failed (2: ')}`))],
  ['messages of errnos', same(errorText(long(' (111: ')))],
  ['messages of OpenSSL queues', same(errorText(long(' (SSL: ')))],
  ['messages of actions', same(errorText(long(' while connecting to upstream')))],
  ['messages of places', same(errorText(long(' in /etc/nginx/nginx.conf:1')))],
  ['messages of padding', same(errorText(`a${long('     b')}`))],
  ['messages of dots', same(`${HEAD}${long('…')}`)],
  ['messages of trailing spaces', same(`${HEAD}a${long(' ')}b`)],
  ['long contexts', same(errorText(REFUSED, long(', server: a')))],
  ['contexts of quotes', same(errorText(REFUSED, `, client: 1, server: a, request: "${long('" ')}`))],
  ['contexts of unknown keys', same(errorText(REFUSED, long(', some key: "a, other: b"')))],
  ['contexts of protocols', same(errorText(REFUSED, `, client: 1, server: a, request: "${long(' HTTP/1.1')}`))],
  ['upstreams of brackets', same(errorText(REFUSED, `, client: 1, server: a, upstream: "http://${long('[')}"`))],
  ['glued lines', same(long(errorText(REFUSED)))],
  ['envelopes in each other', same(`${long('web-1  | ').slice(0, 900)}${errorText(REFUSED)}`)],
  [
    'access lines with long paths',
    same(`192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET /${long('a/')} HTTP/1.1" 502 1 "-" "-"`),
  ],
  [
    'access lines with long agents',
    same(`192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET / HTTP/1.1" 502 1 "-" "${long('" 502 ')}"`),
  ],
  ['JSON in JSON', same(`${'{"log":['.repeat(1_000)}"${errorText(REFUSED).replaceAll('"', "'")}"`)],
  ['JSON that is deep', same(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`)],
  ['JSON that is cut', same(`{"log":"${long(`${HEAD}a`)}`)],
  ['JSON of many lines', same(JSON.stringify({ log: `${errorText(REFUSED)}\n`.repeat(40) }))],
  ['escaped lines', same(`"${long(`[error] 7#7: *1 a\\n`)}"`)],
  [
    'tracebacks without an end',
    (index) => (index === 0 ? `${HEAD}lua entry thread aborted: runtime error: a.lua:1: b` : '\tin function <a.lua:1>'),
  ],
  [
    'stderr without an end',
    (index) => (index === 0 ? `${HEAD}FastCGI sent in stderr: "PHP message: a` : '#1 /var/www/a.php(7): f()'),
  ],
  [
    'lines that terminals wrapped',
    (index) => (index % 3 === 0 ? errorText(REFUSED, '').slice(0, 80) : 'upstream, client: 192.0.2.1'),
  ],
  [
    'configuration',
    (index) => (index % 9 === 0 ? 'server {' : `    proxy_set_header X-${index % 7} $http_x_${index % 5};`),
  ],
  ['configuration that never closes', same('location ~ ^/(a|b)+ {')],
  ['commands', (index) => `root@web1:~# nginx -t ${index}`],
]);

/** Lines that make something grow: each has another server, client, message … */
export const EVER_NEW_LINES: ReadonlyMap<string, HostileLine> = new Map<string, HostileLine>([
  ['many servers', (index) => errorText(REFUSED, `, client: 1, server: s${index}.example, request: "GET / HTTP/1.1"`)],
  [
    'many upstreams',
    (index) =>
      errorText(
        REFUSED,
        `, client: 1, server: a, request: "GET / HTTP/1.1", upstream: "http://10.${index >> 16}.${(index >> 8) & 255}.${index & 255}:80/"`,
      ),
  ],
  [
    'many clients',
    (index) => errorText(REFUSED, `, client: 2001:db8::${index.toString(16)}, server: a, request: "GET / HTTP/1.1"`),
  ],
  ['many requests', (index) => errorText(REFUSED, `, client: 1, server: a, request: "GET /${index} HTTP/1.1"`)],
  ['many connections', (index) => `2026/11/22 10:15:42 [error] ${index}#${index}: *${index} ${REFUSED}${TAIL}`],
  ['many files', (index) => errorText(`open() "/var/www/${index}" failed (2: No such file or directory)`)],
  ['many unknown messages', (index) => errorText(`nobody ever wrote ${index} of these`)],
  ['many unknown first words', (index) => errorText(`${index.toString(36)}x() failed`)],
  ['many keys', (index) => errorText(REFUSED, `, key ${index.toString(36).replace(/\d/g, 'q')}: "a"`)],
  [
    'many statuses',
    (index) => `192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET / HTTP/1.1" ${100 + (index % 900)} 1 "-" "-"`,
  ],
  ['many programs', (index) => `Nov 22 10:15:42 web1 program${index}[${index}]: something happened`],
  [
    'random bytes',
    (index) =>
      Buffer.from(Array.from({ length: 200 }, (_, at) => ((index + 1) * (at + 7) * 2_654_435_761) >>> 24))
        .toString('latin1')
        .replaceAll('\n', ''),
  ],
]);
