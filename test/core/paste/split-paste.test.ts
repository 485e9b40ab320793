import { describe, expect, test } from 'vitest';
import { splitPaste } from '../../../src/core/paste/split-paste.ts';

const LINE =
  '2026/11/22 10:15:42 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1, server: example.com, request: "GET /a?b=1&c=2 HTTP/1.1", upstream: "http://127.0.0.1:8080/a?b=1&c=2", host: "example.com"';

test.for([
  ['as it is', LINE],
  ['with CRLF', `${LINE}\r`],
  ['quoted in a mail', `> ${LINE}`],
  ['in a list', `- ${LINE}`],
  ['behind docker compose v1', `web_1    | ${LINE}`],
  ['behind docker compose v2', `shop-web-1  | ${LINE}`],
  ['behind kubectl logs --prefix', `[pod/web-6f7/nginx] ${LINE}`],
  ['behind a container time', `2026-11-22T10:15:42.123456789Z ${LINE}`],
  ['as CRI writes it', `2026-11-22T10:15:42.123456789+00:00 stderr F ${LINE}`],
  ['through syslog', `<187>Nov 22 10:15:42 web1 nginx: ${LINE}`],
  ['through RFC 5424 syslog', `<187>1 2026-11-22T10:15:42Z web1 nginx 7 - - ${LINE}`],
  ['through journald', `Nov 22 10:15:42 web1 nginx[7]: ${LINE}`],
  ['behind grep -Hn', `/var/log/nginx/error.log:123:${LINE}`],
  ['behind grep -n', `123:${LINE}`],
  ['with colours', `\u001b[31m${LINE}\u001b[0m`],
  ['with smart quotes', LINE.replaceAll('"', '\u201d')],
  ['with no-break spaces', LINE.replaceAll(' ', '\u00a0')],
  ['as HTML', LINE.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['with links that Slack made', LINE.replace('http://127.0.0.1:8080/a?b=1&c=2', '<http://127.0.0.1:8080/a?b=1&c=2>')],
  ['in a code span', `\`${LINE}\``],
  ['in a code span with spaces inside', `\`\`\` ${LINE} \`\`\``],
  ['in quotes in a numbered list', `2. \`${LINE}\``],
  ['in Docker JSON', JSON.stringify({ log: `${LINE}\n`, stream: 'stderr', time: '2026-11-22T10:15:42Z' })],
  ['in a Loki export', JSON.stringify({ streams: [{ values: [['1764000000000000000', LINE]] }] })],
  ['in a CloudWatch export', JSON.stringify({ events: [{ timestamp: 1, message: LINE }] })],
  ['in a journal export as bytes', JSON.stringify({ _SYSTEMD_UNIT: 'nginx.service', MESSAGE: [...Buffer.from(LINE)] })],
  ['in a Splunk export', JSON.stringify({ preview: false, result: { _raw: LINE, source: 'error.log' } })],
  ['in a Filebeat event', JSON.stringify({ '@timestamp': '2026-11-22T10:15:42Z', event: { original: LINE } })],
  ['in an OpenTelemetry record', JSON.stringify({ body: { stringValue: LINE }, attributes: [] })],
  ['in GELF, where it stands twice', JSON.stringify({ version: '1.1', short_message: LINE, full_message: LINE })],
  ['in a list of strings', JSON.stringify([LINE])],
  ['in one row of a printed list', `  ${JSON.stringify(LINE)},`],
  ['in JSON behind a tag, as fluentd prints it', `2026-11-22 10:15:42 +0000 kube.web: {"log":${JSON.stringify(LINE)}}`],
  ['in a Ruby hash, as Fluent Bit prints it', `[0] kube.web: [1764000000.5, {"log"=>${JSON.stringify(LINE)}}]`],
  ['in what Ansible prints', `fatal: [web1]: FAILED! => {"changed": false, "stderr_lines": [${JSON.stringify(LINE)}]}`],
  ['in a row of a CSV file', `"2026-11-22 10:15:42.123",web1,"${LINE.replaceAll('"', '""')}"`],
  ['between HTML tags', `<pre class="log">${LINE}</pre>`],
] as const)('reads a line %s', ([, paste]) => {
  expect(splitPaste(paste).map(({ text, at }) => [text, at])).toEqual([[LINE, [1]]]);
});

test('joins a line that a terminal wrapped at its width', () => {
  const wrapped = [LINE.slice(0, 80), LINE.slice(80, 160), LINE.slice(160, 240), LINE.slice(240)].join('\n');
  expect(splitPaste(wrapped).map(({ text, at }) => [text, at])).toEqual([[LINE, [1, 2, 3, 4]]]);
});

test.for([
  [
    'a word that is also a key',
    'epoll_wait() reported that',
    'client prematurely closed connection, client: 192.0.2.1',
  ],
  ['a key of sessions', 'no host in upstream "", client: 192.0.2.1, server: 0', '.0.0.0:443, bytes from/to client:0/0'],
] as const)('joins a line that was wrapped before %s', ([, before, after]) => {
  expect(splitPaste(`2026/11/22 10:15:42 [info] 7#7: *1 ${before}\n${after}`)).toHaveLength(1);
});

test.for(['server 10.0.0.1:80;', 'server', 'upstream app {', 'client_max_body_size 5m;'])(
  'leaves the configuration line %s alone behind a log line',
  (line) => {
    expect(splitPaste(`${LINE}\n${line}`).map(({ text }) => text)).toEqual([LINE, line]);
  },
);

const HEAD = '2026/11/22 10:15:42 [crit] 7#7: *1 ';

test.for([
  ['behind the name of a call', 'open()', '"/srv/a" failed (2: No such file or directory)', ' '],
  ['before the failure', 'connect() to unix:/run/a.sock', 'failed (13: Permission denied)', ' '],
  ['where a shell would, with its sign', 'connect() failed \\', '(111: Connection refused)', ' '],
  ['behind "while", at the width of all', `${'x'.repeat(80)} while`, 'connecting to upstream', ' '],
] as const)('joins a line that was wrapped %s', ([, before, after, between]) => {
  const whole = `${HEAD}${before.replace(/ \\$/, '')}${between}${after}`;
  expect(splitPaste(`${HEAD}${before}\n${after}`).map(({ text }) => text)).toEqual([whole]);
});

test('joins a line without a head that was wrapped in its request', () => {
  const [before, after] = ['connect() failed, client: 192.0.2.1, server: a, request: "GET', '/ HTTP/1.1", host: "a"'];
  expect(splitPaste(`${before}\n ${after}`).map(({ text }) => text)).toEqual([`${before} ${after}`]);
});

test('splits a verdict of nginx -t off the line that it was glued to', () => {
  const verdict = 'nginx: configuration file /etc/nginx/nginx.conf test failed';
  for (const first of ['nginx: [emerg] unexpected "}" in /etc/nginx/a.conf:3', 'unexpected "}" in /etc/nginx/a.conf:3'])
    expect(splitPaste(`${first} ${verdict}`).map(({ text }) => text)).toEqual([first, verdict]);
});

test('splits two lines that a copy glued together', () => {
  expect(splitPaste(`${LINE} ${LINE}`).map(({ text }) => text)).toEqual([LINE, LINE]);
});

test('does not split at a head that a client wrote into its referrer', () => {
  const hostile = `${LINE}, referrer: "2026/11/22 10:15:42 [error] 7#7: *1 upstream timed out"`;
  expect(splitPaste(hostile)).toHaveLength(1);
});

test.for([
  ['a Referer in a JSON access line', JSON.stringify({ status: 200, method: 'GET', http_referer: LINE })],
  ['a Referer beside the line', JSON.stringify({ http_referer: LINE, message: 'GET / 200' })],
  ['a string of C', '    "2026 module \\"%V\\" is not binary compatible",'],
] as const)('takes no line out of %s', ([, paste]) => {
  expect(splitPaste(paste).map(({ text }) => text)).not.toContain(LINE);
});

test('leaves out a line that only closes a quote, also where the line before breaks off', () => {
  const cut = 'nginx: [emerg] unknown directive "a" in /etc/nginx/nginx.conf:';
  expect(splitPaste(`\`${cut}\n\``).map(({ text }) => text)).toEqual([cut]);
});

test('counts fences and blank lines, and leaves them out', () => {
  expect(splitPaste(`\`\`\`\n\n${LINE}\n\`\`\``).map(({ at }) => at)).toEqual([[3]]);
});

test('keeps a lua traceback with its line', () => {
  const lua = [
    '2026/11/22 10:15:42 [error] 7#7: *1 lua entry thread aborted: runtime error: /etc/nginx/a.lua:3: attempt to index a nil value',
    'stack traceback:',
    'coroutine 0:',
    "\t/etc/nginx/a.lua:3: in function 'access', client: 192.0.2.1, server: example.com",
  ];
  expect(splitPaste(lua.join('\n')).map(({ at }) => at)).toEqual([[1, 2, 3, 4]]);
});

const TAIL = ', client: 192.0.2.1, server: example.com, request: "GET /a HTTP/1.1", host: "example.com"';

describe('a message of several lines is one record, with its context', () => {
  test.for<[string, readonly string[]]>([
    [
      'lua in a function without a line number',
      [
        "[error] 7#7: *1 lua entry thread aborted: runtime error: /app/lua/app.lua:3: attempt to index field 'user' (a nil value)",
        'stack traceback:',
        'coroutine 0:',
        "\t/app/lua/app.lua: in function 'handle'",
        `\tcontent_by_lua(nginx.conf:10):1: in main chunk${TAIL}`,
      ],
    ],
    [
      'lua that finds no module',
      [
        "[error] 7#7: *1 lua entry thread aborted: runtime error: content_by_lua(nginx.conf:12):1: module 'resty.jwt' not found:",
        "\tno field package.preload['resty.jwt']",
        "\tno file '/usr/share/lua/5.1/resty/jwt.lua'",
        'stack traceback:',
        'coroutine 0:',
        "\t[C]: in function 'require'",
        `\tcontent_by_lua(nginx.conf:12):1: in main chunk${TAIL}`,
      ],
    ],
    [
      'lua in a filter, whose tabs got lost in a chat',
      [
        "[error] 7#7: *1 failed to run header_filter_by_lua*: header_filter_by_lua(nginx.conf:29):1: attempt to index local 't' (a nil value)",
        'stack traceback:',
        `header_filter_by_lua(nginx.conf:29):1: in main chunk${TAIL}`,
      ],
    ],
    [
      'lua before the first request',
      [
        '[error] 7#7: init_by_lua error: init_by_lua(nginx.conf:6):1: no config',
        'stack traceback:',
        "\t[C]: in function 'error'",
        '\tinit_by_lua(nginx.conf:6):1: in main chunk',
      ],
    ],
    ['a line feed in what lua code logs', ['[warn] 7#7: *1 [lua] a.lua:66: first line', `second line${TAIL}`]],
    [
      'njs',
      [
        '[error] 7#7: *2 js exception: TypeError: cannot get property "b" of undefined',
        '    at Request.return (native)',
        '    at main (/etc/nginx/js/main.js:2)',
        TAIL,
      ],
    ],
  ])('%s', ([, [first = '', ...others]]) => {
    const next = '2026/11/22 10:15:43 [error] 7#7: *2 upstream timed out';
    const lines = splitPaste([`2026/11/22 10:15:42 ${first}`, ...others, next].join('\n'));
    expect(lines.map(({ at }) => at.length)).toEqual([others.length + 1, 1]);
    if (others.join('').includes(TAIL)) expect(lines[0]?.text.endsWith(TAIL)).toBe(true);
  });
});

test('takes no prose for a part of lua’s message', () => {
  const lua =
    '2026/11/22 10:15:42 [error] 7#7: *1 lua entry thread aborted: runtime error: /etc/nginx/a.lua:3: attempt to index a nil value';
  expect(splitPaste(`${lua}\nWe see this since the release of yesterday.`)).toHaveLength(2);
});

test('takes the output of a failed command out of another program’s JSON', () => {
  const ansible = String.raw`fatal: [web1]: FAILED! => {"msg": "failed", "stderr": "nginx: [emerg] unknown directive \"foo\" in /etc/nginx/nginx.conf:3\nnginx: configuration file /etc/nginx/nginx.conf test failed\n"}`;
  expect(splitPaste(ansible).map(({ text }) => text)).toContain(
    'nginx: [emerg] unknown directive "foo" in /etc/nginx/nginx.conf:3',
  );
});

test('a byte order mark that nginx quotes stays to be seen, and goes elsewhere', () => {
  const [line] = splitPaste('\ufeffnginx: [emerg] unknown directive "\ufeffserver" in /etc/nginx/nginx.conf:1');
  expect(line?.text).toBe('nginx: [emerg] unknown directive "<U+FEFF>server" in /etc/nginx/nginx.conf:1');
});

const STARTS_LIKE_OURS = 'upstream connect error or disconnect/reset before headers. reset reason: overflow';
const isOfAnother = (text: string): boolean => text.startsWith('upstream connect error') || text.startsWith('Killed ');

describe('a line of another program stands for itself', () => {
  test.for([
    ['a whole line', LINE],
    ['a notice without a context', '2026/11/22 10:15:42 [notice] 7#7: signal process started'],
    ['a closed connection', '2026/11/22 10:15:42 [info] 7#7: *1 client 192.0.2.1 closed keepalive connection'],
    ['a line that ends in its server', LINE.slice(0, LINE.indexOf(', request: '))],
    ['a line that was cut between words', LINE.slice(0, LINE.indexOf(' upstream, client: '))],
    ['a line that was cut in a quote', LINE.slice(0, LINE.indexOf(' HTTP/1.1'))],
    ['a line that was cut at its start', LINE.slice(LINE.indexOf('while '))],
  ] as const)('behind %s', ([, line]) => {
    for (const other of [STARTS_LIKE_OURS, 'Killed process 7031 (node)'])
      expect(splitPaste(`${line}\n${other}`, isOfAnother).map(({ text }) => text)).toEqual([line, other]);
  });

  test('also where nobody knows it, when nginx has written that key already, or has said all', () => {
    for (const line of [LINE, LINE.slice(0, LINE.indexOf(', request: '))])
      for (const other of ['server restarted', 'client: connected', 'upstream is up'])
        expect(splitPaste(`${line}\n${other}`).map(({ text }) => text)).toEqual([line, other]);
  });

  test('when syslog names its program', () => {
    const other = 'Mar  3 08:00:01 ns-1 named[700]: client @0x7f12 127.0.0.1#53414 (api.example.com): query failed';
    expect(splitPaste(`${LINE}\n${other}`)).toHaveLength(2);
  });

  test.for([
    ['what a backend said through nginx', 'FastCGI sent in stderr: "PHP message: one'],
    ['an errno that the copy broke', 'kevent() failed (60:'],
  ] as const)('but not within %s', ([, begun]) => {
    const head = '2026/11/22 10:15:42 [error] 7#7: *1 ';
    expect(splitPaste(`${head}${begun}\n${STARTS_LIKE_OURS}" while x, client: 1`, isOfAnother)).toHaveLength(1);
  });

  test('nor within a value of the context that a later line ends', () => {
    const referrer = `${LINE}, referrer: "http://example.com/?q=`;
    expect(splitPaste(`${referrer}\nKilled \nagain"`, isOfAnother).map(({ at }) => at)).toEqual([[1, 2, 3]]);
  });
});
