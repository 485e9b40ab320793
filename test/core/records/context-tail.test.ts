import { expect, test } from 'vitest';
import { findContext, readContext } from '../../../src/core/records/context-tail.ts';

const read = (text: string) => {
  const context = readContext(text, findContext(text));
  return { ...Object.fromEntries(context.values), cut: context.cut };
};

test.for([
  [
    'in nginx’s order',
    'x, client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:80/", host: "a.example"',
    {
      client: '192.0.2.1',
      server: 'a.example',
      request: 'GET / HTTP/1.1',
      upstream: 'http://127.0.0.1:80/',
      host: 'a.example',
    },
  ],
  ['with an empty server', 'x, client: 192.0.2.1, server: , request: "GET / HTTP/1.1"', { server: '' }],
  [
    'with a quote inside a value',
    'x, client: 192.0.2.1, server: a, request: "GET /?q="x" HTTP/1.1", host: "a", referrer: "http://a/?q="y""',
    { request: 'GET /?q="x" HTTP/1.1', host: 'a', referrer: 'http://a/?q="y"' },
  ],
  [
    'with a key that the client wrote into its request',
    'x, client: 192.0.2.1, server: a, request: "GET /", client: 6.6.6.6, server: evil HTTP/1.1", host: "a"',
    { client: '192.0.2.1', server: 'a', host: 'a' },
  ],
  [
    'cut in the middle of a value',
    'x, client: 192.0.2.1, server: a, request: "GET /long',
    { request: 'GET /long', cut: true },
  ],
  [
    'with keys that nobody knows',
    'x, client: 192.0.2.1, server: a, new key: v, host: "a"',
    { 'new key': 'v', host: 'a' },
  ],
  [
    'of lua',
    'x, context: ngx.timer, client: 192.0.2.1, server: 0.0.0.0:443',
    { context: 'ngx.timer', client: '192.0.2.1' },
  ],
  ['of a resolver', 'x, resolver: 127.0.0.11:53', { resolver: '127.0.0.11:53' }],
  [
    'of UDP',
    'x, udp client: 192.0.2.1, server: 0.0.0.0:53, upstream: "10.0.0.1:53"',
    { 'udp client': '192.0.2.1', upstream: '10.0.0.1:53' },
  ],
  [
    'with a subrequest',
    'x, client: 192.0.2.1, server: a, request: "GET /", subrequest: "/auth"',
    { subrequest: '/auth' },
  ],
] as const)('reads a context %s', ([, text, expected]) => {
  expect(read(text)).toMatchObject(expected);
});

test('a context inside quotes is not the context', () => {
  const text = 'FastCGI sent in stderr: "x, client: 6.6.6.6" while reading upstream, client: 192.0.2.1, server: a';
  expect(read(text)).toMatchObject({ client: '192.0.2.1', server: 'a' });
});
