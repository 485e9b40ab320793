import { expect, test } from 'vitest';
import { readAccessLine } from '../../../src/core/records/read-access.ts';

const COMBINED =
  '192.0.2.9 - bob [22/Nov/2026:10:15:42 +0000] "POST /api/data?x=1 HTTP/1.1" 502 157 "https://a.example/" "curl/8.5.0"';

test.for([
  ['combined', COMBINED, { client: '192.0.2.9', method: 'POST', uri: '/api/data?x=1', status: 502, requestTime: null }],
  [
    'combined with upstream timings',
    `${COMBINED} rt=30.004 uct=0.000 urt=30.003 us=502 ua=127.0.0.1:8080`,
    { requestTime: 30.004, upstreamConnectTimes: [0], upstreamStatuses: [502], upstreamAddresses: ['127.0.0.1:8080'] },
  ],
  [
    'combined with quoted timings and two upstreams',
    `${COMBINED} rt="0.010" urt="0.001, 0.009" us="502, 200"`,
    { requestTime: 0.01, upstreamTimes: [0.001, 0.009], upstreamStatuses: [502, 200] },
  ],
  [
    'ingress-nginx',
    `${COMBINED} 101 14.997 [shop-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 0 5.000, 5.000 504, 504 0b1c2d3e4f5061728394a5b6c7d8e9f0`,
    {
      requestTime: 14.997,
      upstreamAddresses: ['10.0.0.1:80', '10.0.0.2:80'],
      upstreamStatuses: [504, 504],
      upstreamTimes: [5, 5],
    },
  ],
  [
    'JSON with nginx’s names',
    '{"remote_addr":"192.0.2.9","request":"GET /a HTTP/1.1","status":"504","request_time":"60.001","upstream_status":"504","upstream_addr":"127.0.0.1:80"}',
    { client: '192.0.2.9', method: 'GET', uri: '/a', status: 504, requestTime: 60.001, upstreamStatuses: [504] },
  ],
  [
    'TLS bytes as the request line',
    '192.0.2.9 - - [22/Nov/2026:10:15:42 +0000] "\\x16\\x03\\x01" 400 157 "-" "-"',
    { method: null, status: 400 },
  ],
] as const)('reads an access line: %s', ([, text, expected]) => {
  expect(readAccessLine(text)).toMatchObject(expected);
});

test.for([
  ['an error line', '2026/11/22 10:15:42 [error] 7#7: *1 upstream timed out'],
  ['prose', 'I see a lot of 502 since [22/Nov/2026:10:15:42 +0000] "why'],
  ['other JSON', '{"level":"info","msg":"started"}'],
])('leaves alone %s', ([, text]) => {
  expect(readAccessLine(text ?? '')).toBeNull();
});
