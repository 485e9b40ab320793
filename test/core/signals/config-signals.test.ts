import { getDirectives } from '@nginx/reference-lib';
import { describe, expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import type { Directive } from '../../../src/core/knowledge.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const TAKES: Readonly<Record<string, Directive['takes']>> = {
  proxy_read_timeout: 'time',
  proxy_connect_timeout: 'time',
  client_max_body_size: 'size',
  proxy_buffer_size: 'size',
};
const directives = getDirectives().map((one) => ({ ...one, takes: TAKES[one.name] ?? null }));

/** The pasted lines that show a signal; null when it is absent. */
function shown(signal: string, paste: string): readonly number[] | null {
  const templates = [
    'upstream prematurely closed connection',
    'client intended to send too large body: %O bytes',
    'access forbidden by rule',
    'open() "%s" failed',
    'rewrite or internal redirection cycle while internally redirecting to "%V"',
    'unexpected "}"',
  ];
  const entry = sampleEntry(
    'failed',
    templates.map((template) => sampleSignature(template)),
    [sampleCause('one', 0, [{ signal, weight: 2, says: 'so it is' }])],
  );
  const { answers } = createAnswer(sampleKnowledge([entry], { directives }))(paste);
  return answers[0]?.causes[0]?.evidence[0]?.quotes.map((quote) => quote.line) ?? null;
}

const error = (message: string, { uri = '/', upstream = '', client = '192.0.2.1' } = {}) =>
  `2026/11/22 10:15:42 [error] 7#7: *1 ${message}, client: ${client}, server: a.example, request: "GET ${uri} HTTP/1.1"${upstream && `, upstream: "${upstream}"`}, host: "a.example"`;
const CLOSED = 'upstream prematurely closed connection while reading response header from upstream';
const closed = (upstream: string, uri = '/') => error(CLOSED, { uri, upstream });
const access = (seconds: number) =>
  `192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET / HTTP/1.1" 504 157 "-" "curl" rt=${seconds}`;
const site = (...lines: readonly string[]) => ['server {', 'listen 80;', 'server_name a.example;', ...lines, '}'];
const VERSION = (version: string) => `nginx version: nginx/${version}`;

/** A log line first, so that the configuration begins at line 2. */
const paste = (...lines: readonly (string | readonly string[])[]) => lines.flat().join('\n');
const HTTP = closed('http://127.0.0.1:3000/');
const PASS = ['location / {', 'proxy_pass http://127.0.0.1:3000;', '}'];
const group = (...lines: readonly string[]) => ['upstream app {', 'server 127.0.0.1:3000;', ...lines, '}'];
const GROUP_PASS = (...lines: readonly string[]) => site('location / {', 'proxy_pass http://app;', ...lines, '}');

describe('shown by the lines', () => {
  test.for<readonly [string, string, readonly number[]]>([
    ['config-has:proxy_read_timeout', paste(HTTP, site('proxy_read_timeout 5s;', ...PASS)), [5]],
    ['config-has:*_pass', paste(HTTP, site(...PASS)), [6]],
    ['config-has:location', paste(HTTP, site(...PASS)), [5]],
    ['config-mentions:fastcgi_pass', paste(HTTP, site(...PASS, 'location /p { fastcgi_pass 127.0.0.1:9000; }')), [8]],
    ['config-has-elsewhere:proxy_buffering', paste(HTTP, site(...PASS, 'location /p { proxy_buffering off; }')), [8]],
    ['config-lacks:proxy_read_timeout', paste(HTTP, site(...PASS)), [6]],
    ['config-value:proxy_read_timeout<10s', paste(HTTP, site('proxy_read_timeout 5s;', ...PASS)), [5]],
    ['config-value:*_read_timeout=60s', paste(HTTP, site(...PASS)), [6]],
    ['config-value:proxy_next_upstream~http_', paste(HTTP, site('proxy_next_upstream error http_502;', ...PASS)), [5]],
    ['config-pools-connections', paste(HTTP, VERSION('1.30.0'), group(), GROUP_PASS()), [3, 10]],
    [
      'config-pools-connections',
      paste(HTTP, group('keepalive 8;'), GROUP_PASS('proxy_http_version 1.1;', 'proxy_set_header Connection "";')),
      [2, 4, 10],
    ],
    ['config-may-pool-connections', paste(HTTP, group(), GROUP_PASS()), [2, 9]],
    ['config-pools-no-connections', paste(HTTP, VERSION('1.22.1'), group(), GROUP_PASS()), [3, 10]],
    ['config-pools-no-connections', paste(HTTP, site(...PASS)), [6]],
    [
      'config-keepalive-without-http11',
      paste(HTTP, VERSION('1.22.1'), group('keepalive 8;'), GROUP_PASS()),
      [3, 5, 11],
    ],
    [
      'config-keepalive-without-http11',
      paste(HTTP, group('keepalive 8;'), GROUP_PASS('proxy_set_header Connection close;')),
      [2, 4, 10],
    ],
    [
      'config-proxies-plain-to-tls-port',
      paste(closed('http://10.0.0.1:8443/'), site('location / { proxy_pass http://10.0.0.1:8443; }')),
      [5],
    ],
    [
      'config-proxies-to-localhost',
      paste(closed('http://[::1]:3000/'), site('location / { proxy_pass http://localhost:3000; }')),
      [5],
    ],
    [
      'config-resolves-name-at-start',
      paste(closed('http://10.0.0.1:3000/'), site('location / { proxy_pass http://app:3000; }')),
      [5],
    ],
    ['config-passes-to-literal-address', paste(HTTP, site(...PASS)), [6]],
    [
      'config-http-pass-to-fastcgi',
      paste(
        closed('http://unix:/run/php-fpm.sock:/'),
        site('location / { proxy_pass http://unix:/run/php-fpm.sock; }'),
      ),
      [5],
    ],
    [
      'config-fastcgi-pass-to-http-port',
      paste(closed('fastcgi://10.0.0.1:8080'), site('location / { fastcgi_pass 10.0.0.1:8080; }')),
      [5],
    ],
    ['config-http-pass-to-uwsgi-socket', paste(HTTP, 'socket = :3000', site(...PASS)), [7, 2]],
    [
      'config-uwsgi-pass-to-http-socket',
      paste(
        closed('uwsgi://127.0.0.1:3000'),
        'uwsgi --http-socket 127.0.0.1:3000',
        site('location / { uwsgi_pass 127.0.0.1:3000; }'),
      ),
      [6, 2],
    ],
    [
      'config-fastcgi-pass-differs-from-listen',
      paste(
        closed('fastcgi://unix:/run/a.sock:'),
        'listen = /run/b.sock',
        site('location / { fastcgi_pass unix:/run/a.sock; }'),
      ),
      [6, 2],
    ],
    ['config-passes-variable', paste(HTTP, site('location / { proxy_pass http://$app; }')), [5]],
    ['config-variable-pass-without-resolver', paste(HTTP, site('location / { proxy_pass http://$app; }')), [5]],
    [
      'config-map-without-default',
      paste(HTTP, 'map $host $app {', 'a b;', '}', site('location / { proxy_pass http://$app; }')),
      [2, 8],
    ],
    ['config-differs-from-log', paste(HTTP, site('location / { proxy_pass http://127.0.0.1:4000; }')), [5]],
    [
      'config-proxies-to-itself',
      paste(
        closed('http://127.0.0.1:80/'),
        site('location / {', 'proxy_pass http://127.0.0.1;', 'proxy_set_header Host $host;', '}'),
      ),
      [6, 3],
    ],
    [
      'config-read-timeout-is-request-time',
      paste(HTTP, access(7.002), site('proxy_read_timeout 7s;', ...PASS)),
      [6, 2],
    ],
    ['config-read-timeout-is-request-time', paste(HTTP, access(60.01), site(...PASS)), [7, 2]],
    [
      'config-body-limit-below-request',
      paste(error('client intended to send too large body: 2000000 bytes'), site(...PASS)),
      [6],
    ],
    [
      'config-body-limit-above-request',
      paste(error('client intended to send too large body: 2000000 bytes'), site('client_max_body_size 2m;', ...PASS)),
      [5],
    ],
    ['config-buffer-of-other-family', paste(HTTP, site('fastcgi_buffer_size 16k;', ...PASS)), [5, 7]],
    ['config-limit-req-without-burst', paste(HTTP, site('limit_req zone=a;', ...PASS)), [5]],
    [
      'config-limit-key-is-client-address',
      paste(HTTP, 'limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s;', site('limit_req zone=a;', ...PASS)),
      [2],
    ],
    ['config-missing-websocket-headers', paste(closed('http://127.0.0.1:3000/ws', '/ws'), site(...PASS)), [6]],
    ['config-sets-no-host-header', paste(HTTP, site(...PASS)), [6]],
    ['config-deny-without-allow', paste(error('access forbidden by rule'), site('deny all;')), [5]],
    [
      'config-allow-list-lacks-client',
      paste(error('access forbidden by rule'), site('allow 10.0.0.0/8;', 'deny all;')),
      [5, 6],
    ],
    [
      'config-deny-before-allow',
      paste(error('access forbidden by rule'), site('deny 192.0.0.0/16;', 'allow 192.0.2.0/24;')),
      [5, 6],
    ],
    [
      'config-root-repeats-location',
      paste(
        error('open() "/srv/i/i/a.png" failed (2: No such file or directory)', { uri: '/i/a.png' }),
        site('location /i/ {', 'root /srv/i;', '}'),
      ),
      [5, 6],
    ],
    [
      'config-alias-slash-mismatch',
      paste(
        error('open() "/srv/pa.png" failed (2: No such file or directory)', { uri: '/i/a.png' }),
        site('location /i/ {', 'alias /srv/p;', '}'),
      ),
      [5, 6],
    ],
    [
      'config-alias-without-capture',
      paste(
        error('open() "/srv/p" failed (2: No such file or directory)', { uri: '/i/a.png' }),
        site('location ~ ^/i/(.*)$ {', 'alias /srv/p;', '}'),
      ),
      [5, 6],
    ],
    [
      'config-try-files-ends-at-target',
      paste(
        error('rewrite or internal redirection cycle while internally redirecting to "/index.html"'),
        site('location / {', 'try_files $uri /index.html?$args;', '}'),
      ),
      [6],
    ],
    [
      'config-error-page-is-target',
      paste(
        error('rewrite or internal redirection cycle while internally redirecting to "/50x.html"'),
        site('error_page 500 502 /50x.html;'),
      ),
      [5],
    ],
    [
      'config-rewrite-fits-target',
      paste(
        error('rewrite or internal redirection cycle while internally redirecting to "/a/a/b"', { uri: '/a/b' }),
        site('location /a/ {', 'rewrite ^/a/(.*) /a/a/$1;', '}'),
      ),
      [6],
    ],
    [
      'config-script-filename-is-literal',
      paste(
        closed('fastcgi://127.0.0.1:9000'),
        site('location / {', 'fastcgi_param SCRIPT_FILENAME /srv/index.php;', 'fastcgi_pass 127.0.0.1:9000;', '}'),
      ),
      [6],
    ],
    [
      'config-index-lacks-php',
      paste(HTTP, site('index index.html;', ...PASS, 'location /p { fastcgi_pass 127.0.0.1:9000; }')),
      [5],
    ],
    [
      'config-line-without-semicolon',
      paste('nginx: [emerg] unexpected "}" in /etc/nginx/a.conf:4', site('deny all')),
      [5],
    ],
    [
      'config-two-default-servers',
      paste(HTTP, 'server { listen 80 default_server; }', 'server { listen 80 default_server; }'),
      [2, 3],
    ],
    [
      'config-same-server-name',
      paste(HTTP, 'server { listen 80; server_name a; }', 'server { server_name A; }'),
      [2, 3],
    ],
    ['config-same-upstream-name', paste(HTTP, 'upstream a { server b; }', 'upstream a { server c; }'), [2, 3]],
    ['config-same-location', paste(HTTP, site('location /a {}', 'location /a {}')), [5, 6]],
    ['config-upstream-without-server', paste(HTTP, 'upstream a { keepalive 2; }'), [2]],
    ['config-listens-ssl-without-certificate', paste(HTTP, 'server {', 'listen 443 ssl;', '}'), [3]],
  ])('%s', ([signal, text, lines]) => expect(shown(signal, text)).toEqual(lines));
});

describe('absent', () => {
  test.for<readonly [string, string, string]>([
    [
      'config-has:proxy_buffering',
      'another location has it',
      paste(HTTP, site(...PASS, 'location /p { proxy_buffering off; }')),
    ],
    ['config-has-elsewhere:proxy_read_timeout', 'the way has it', paste(HTTP, site('proxy_read_timeout 5s;', ...PASS))],
    ['config-lacks:proxy_read_timeout', 'an include may bring it', paste(HTTP, site('include x.conf;', ...PASS))],
    ['config-lacks:proxy_read_timeout', 'only the location was pasted', paste(HTTP, PASS)],
    [
      'config-lacks:proxy_read_timeout',
      'the server has another name',
      paste(HTTP.replace('server: a.', 'server: b.'), site(...PASS)),
    ],
    ['config-lacks:proxy_read_timeout', 'no configuration was pasted', HTTP],
    ['config-value:proxy_http_version=1.0', 'the release is not known', paste(HTTP, site(...PASS))],
    ['config-value:nonsense', 'it is no condition', paste(HTTP, site(...PASS))],
    [
      'config-pools-connections',
      'the group switches it off',
      paste(HTTP, VERSION('1.30.0'), group('keepalive 0;'), GROUP_PASS()),
    ],
    [
      'config-pools-no-connections',
      'the name may be a group',
      paste(closed('http://10.0.0.1:80/'), site('location / { proxy_pass http://app; }')),
    ],
    ['config-keepalive-without-http11', 'the release may do without', paste(HTTP, group('keepalive 8;'), GROUP_PASS())],
    [
      'config-proxies-plain-to-tls-port',
      'it speaks TLS',
      paste(closed('https://10.0.0.1:8443/'), site('location / { proxy_pass https://10.0.0.1:8443; }')),
    ],
    [
      'config-resolves-name-at-start',
      'the lone word may be a group',
      paste(closed('http://10.0.0.1:80/'), site('location / { proxy_pass http://app; }')),
    ],
    ['config-http-pass-to-uwsgi-socket', 'the port is another', paste(HTTP, 'socket = :3001', site(...PASS))],
    [
      'config-variable-pass-without-resolver',
      'a resolver is set',
      paste(HTTP, site('resolver 127.0.0.53;', 'location / { proxy_pass http://$app; }')),
    ],
    [
      'config-map-without-default',
      'it has a default',
      paste(HTTP, 'map $host $app {', 'default b;', '}', site('location / { proxy_pass http://$app; }')),
    ],
    [
      'config-differs-from-log',
      'another location leads there',
      paste(
        HTTP,
        site('location / { proxy_pass http://127.0.0.1:4000; }', 'location /p { proxy_pass http://127.0.0.1:3000; }'),
      ),
    ],
    [
      'config-proxies-to-itself',
      'the Host header leads elsewhere',
      paste(
        closed('http://127.0.0.1:80/'),
        site('location / { proxy_pass http://127.0.0.1; }'),
        'server { listen 80; server_name 127.0.0.1; }',
      ),
    ],
    [
      'config-read-timeout-is-request-time',
      'it took longer',
      paste(HTTP, access(9), site('proxy_read_timeout 7s;', ...PASS)),
    ],
    [
      'config-body-limit-below-request',
      'no limit holds',
      paste(error('client intended to send too large body: 2000000 bytes'), site('client_max_body_size 0;', ...PASS)),
    ],
    [
      'config-buffer-of-other-family',
      'the right one is set, too',
      paste(HTTP, site('fastcgi_buffer_size 16k;', 'proxy_buffer_size 16k;', ...PASS)),
    ],
    ['config-missing-websocket-headers', 'it is no WebSocket', paste(HTTP, site(...PASS))],
    [
      'config-missing-websocket-headers',
      'they are set',
      paste(closed('http://127.0.0.1:3000/ws', '/ws'), site('proxy_set_header Upgrade $http_upgrade;', ...PASS)),
    ],
    [
      'config-allow-list-lacks-client',
      'it is in the list',
      paste(error('access forbidden by rule'), site('allow 192.0.2.0/24;', 'deny all;')),
    ],
    [
      'config-allow-list-lacks-client',
      'its address is IPv6',
      paste(error('access forbidden by rule', { client: '2001:db8::7' }), site('allow 2001:db8::/32;', 'deny all;')),
    ],
    [
      'config-line-without-semicolon',
      'every line has one',
      paste('nginx: [emerg] unexpected "}" in /etc/nginx/a.conf:4', site('deny all;')),
    ],
    [
      'config-two-default-servers',
      'they listen elsewhere',
      paste(HTTP, 'server { listen 80 default_server; }', 'server { listen 81 default_server; }'),
    ],
    [
      'config-upstream-without-server',
      'Lua chooses',
      paste(HTTP, 'upstream a {', 'balancer_by_lua_block { x() }', '}'),
    ],
    [
      'config-listens-ssl-without-certificate',
      'http has one',
      paste(HTTP, 'http {', 'ssl_certificate a.pem;', 'server {', 'listen 443 ssl;', '}', '}'),
    ],
  ])('%s where %s', ([signal, , text]) => expect(shown(signal, text)).toBeNull());
});

test('several failing requests must all show it', () => {
  const both = [closed('http://127.0.0.1:3000/', '/'), closed('http://127.0.0.1:3000/p', '/p')];
  const config = site(
    'location / { proxy_pass http://127.0.0.1:3000; proxy_buffering off; }',
    'location /p { proxy_pass http://127.0.0.1:3000; }',
  );
  expect(shown('config-has:proxy_buffering', paste(both, config))).toBeNull();
  expect(shown('config-has:proxy_pass', paste(both, config))).toEqual([6, 7]);
});
