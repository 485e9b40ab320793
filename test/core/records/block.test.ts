import { expect, test } from 'vitest';
import { blockOf } from '../../../src/core/records/block.ts';
import { readErrorLine } from '../../../src/core/records/read-error.ts';

const blockIn = (words: string) => {
  const text = `2026/11/22 10:15:42 [error] 7#7: *1 ${words}`;
  const record = readErrorLine({ text, at: [1], program: null, prefix: '' }, () => true);
  return record && blockOf(record);
};

test.for([
  [
    'stream',
    'connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: 0.0.0.0:3306, upstream: "10.0.0.5:3306", bytes from/to client:0/0, bytes from/to upstream:0/0',
  ],
  [
    'stream',
    'upstream timed out (110: Connection timed out) while proxying connection, udp client: 192.0.2.1, server: 0.0.0.0:53',
  ],
  ['stream', 'access forbidden by rule while initializing session, client: 192.0.2.1, server: 0.0.0.0:22'],
  [
    'mail',
    'recv() failed (111: Connection refused) while in http auth state, client: 192.0.2.1, server: 0.0.0.0:143, login: "anna"',
  ],
  [
    'mail',
    'client sent invalid base64 encoding in AUTH PLAIN command while in auth state, client: 192.0.2.1, server: 0.0.0.0:25',
  ],
  [
    null,
    'connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: a, request: "GET / HTTP/1.1", upstream: "http://10.0.0.5:80/"',
  ],
  [null, 'no live upstreams'],
] as const)('says %s of: %s', ([block, words]) => {
  expect(blockIn(words)).toBe(block);
});

test('takes the client of a mail session without the word about its encryption', () => {
  const text =
    '2026/11/22 10:15:42 [info] 7#7: *1 client logged in, client: 192.0.2.1 using starttls, server: 0.0.0.0:587, login: "anna"';
  const record = readErrorLine({ text, at: [1], program: null, prefix: '' }, () => false);
  expect(record?.context.values.get('client')).toBe('192.0.2.1');
});
