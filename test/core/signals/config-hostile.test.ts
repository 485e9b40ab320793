import { getDirectives } from '@nginx/reference-lib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { CONFIG_ACCESS_SIGNALS } from '../../../src/core/signals/config-access-signals.ts';
import { CONFIG_FILE_SIGNALS } from '../../../src/core/signals/config-file-signals.ts';
import { CONFIG_LOOP_SIGNALS } from '../../../src/core/signals/config-loop-signals.ts';
import { CONFIG_MEASURE_SIGNALS } from '../../../src/core/signals/config-measure-signals.ts';
import { CONFIG_PASS_SIGNALS } from '../../../src/core/signals/config-pass-signals.ts';
import { CONFIG_POOL_SIGNALS } from '../../../src/core/signals/config-pool-signals.ts';
import { CONFIG_SERVER_SIGNALS } from '../../../src/core/signals/config-server-signals.ts';
import { CONFIG_SETTING_SIGNALS } from '../../../src/core/signals/config-setting-signals.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const signals = [
  CONFIG_ACCESS_SIGNALS,
  CONFIG_FILE_SIGNALS,
  CONFIG_LOOP_SIGNALS,
  CONFIG_MEASURE_SIGNALS,
  CONFIG_PASS_SIGNALS,
  CONFIG_POOL_SIGNALS,
  CONFIG_SERVER_SIGNALS,
  CONFIG_SETTING_SIGNALS,
].flatMap((family) => Object.keys(family));
const families = [
  'config-has:*_pass',
  'config-lacks:resolver',
  'config-value:*_read_timeout<60s',
  'config-mentions:root',
];
const evidence = [...signals, ...families].map((signal) => ({ signal, weight: 1, says: 'so it is' }));
const answer = createAnswer(
  sampleKnowledge(
    [
      sampleEntry(
        'closed',
        [sampleSignature('upstream prematurely closed connection')],
        [sampleCause('one', 0, evidence)],
      ),
    ],
    { directives: getDirectives().map((one) => ({ ...one, takes: null })) },
  ),
);
const LINE =
  '2026/11/22 10:15:42 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1, server: a, request: "GET /a/b HTTP/1.1", upstream: "http://127.0.0.1:80/", host: "a"\n';

const piece = fc.constantFrom(
  ...[
    'server {',
    'location / {',
    'location ~ (a+)+$ {',
    'location @x {',
    'if ($a) {',
    'upstream a {',
    'map $a $b {',
    'http {',
  ],
  ...[
    'listen 80;',
    'listen [::]:80 default_server;',
    'listen unix:/a;',
    'listen ;',
    'server_name a .b *.c d.* ~^(?<e>.)$ "";',
  ],
  ...[
    'proxy_pass http://a;',
    'proxy_pass $b;',
    'fastcgi_pass unix:/a.sock;',
    'uwsgi_pass [::1]:3031;',
    'proxy_pass;',
    'server 1.2.3.4:99999;',
  ],
  ...[
    'try_files $uri @x;',
    'try_files;',
    'error_page 404 /a;',
    'rewrite ^(.*)$ /$1$1 last;',
    'rewrite (;',
    'index a.php;',
    'return 301 /;',
  ],
  ...[
    'allow 1.2.3.4/99;',
    'deny all;',
    'root /a/a;',
    'alias /b;',
    'keepalive x;',
    'proxy_read_timeout 1y1y;',
    'limit_req zone=a;',
    'include *;',
  ],
  ...[
    '}',
    '}}',
    '"',
    "'",
    '# configuration file /etc/nginx/a.conf:',
    'include a.conf;',
    '...',
    'listen = :80',
    'http-socket = :3031',
    '\n',
  ],
);

test('whatever stands beside a log line, the answer comes, with lines of the paste', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('\n', ' '), (pieces, gap) => {
      const paste = LINE + pieces.join(gap);
      const [found] = answer(paste).answers;
      const count = paste.split('\n').length;
      const quoted = found?.causes[0]?.evidence.flatMap(({ quotes }) => quotes.map(({ line }) => line)) ?? [];
      expect(quoted.every((line) => line >= 1 && line <= count)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
