import { expect, test } from 'vitest';
import { toExampleLines } from './to-example-lines.ts';

test.for([
  [
    'an error line',
    '2026/11/28 02:31:50 [error] 5817#5817: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.2, server: example.com, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:23871/", host: "127.0.0.1:18001"',
    '2026/11/28 02:31:50 [error] 812#812: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.14, server: example.com, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:8080/", host: "example.com"',
  ],
  [
    'an access line',
    '127.0.1.3 - - [28/Nov/2026:02:31:50 +0000] "GET / HTTP/1.1"',
    '192.0.2.23 - - [28/Nov/2026:02:31:50 +0000] "GET / HTTP/1.1"',
  ],
  ['a path', 'connect() to unix:/srv/lab-Ab1dE9/run/app.sock failed', 'connect() to unix:/run/shop/app.sock failed'],
  [
    'a long cookie',
    `client sent too long header line: "Cookie: cart=${'ab'.repeat(900)}..." while`,
    'client sent too long header line: "Cookie: cart=ababab..." while',
  ],
  ['a port that means something', 'http://127.3.4.5:9000/', 'http://127.0.0.1:9000/'],
] as const)('%s becomes one of an example', ([, captured, example]) => {
  expect(toExampleLines(captured)).toBe(example);
});
