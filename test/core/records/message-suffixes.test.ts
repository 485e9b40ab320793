import { expect, test } from 'vitest';
import { takeSuffixesOff } from '../../../src/core/records/message-suffixes.ts';

const isAction = (words: string): boolean => ['connecting to upstream', 'SSL handshaking to upstream'].includes(words);

test.for([
  [
    'an errno and an action',
    'connect() failed (111: Connection refused) while connecting to upstream',
    { message: 'connect() failed', action: 'connecting to upstream', errno: { code: 111, name: 'ECONNREFUSED' } },
  ],
  ['musl’s words', 'connect() failed (113: Host is unreachable)', { errno: { code: 113, name: 'EHOSTUNREACH' } }],
  ['a BSD number', 'connect() failed (61: Connection refused)', { errno: { code: 61, name: 'ECONNREFUSED' } }],
  [
    'words of Windows with parentheses',
    'bind() to 0.0.0.0:80 failed (10048: Only one usage of each socket address (protocol/network address/port) is normally permitted)',
    { message: 'bind() to 0.0.0.0:80 failed', errno: { code: 10048, name: 'EADDRINUSE' } },
  ],
  [
    'words in another language',
    'bind() to 0.0.0.0:80 failed (10013: Zugriff verweigert)',
    { errno: { name: 'EACCES' } },
  ],
  [
    'an errno that was cut',
    'open() "/a" failed (13: Per',
    { message: 'open() "/a" failed', errno: { name: 'EACCES' } },
  ],
  [
    'what Windows says of an error that it has no words for',
    'upstream timed out (10060: FormatMessage() error:(15105)) while connecting to upstream',
    { message: 'upstream timed out', action: 'connecting to upstream', errno: { code: 10060, name: 'ETIMEDOUT' } },
  ],
  [
    'an action that a module signs, in a line that was cut behind it',
    'upstream timed out (110: Connection timed out) while connecting to upstream(proxy_connect),',
    { message: 'upstream timed out', action: 'connecting to upstream' },
  ],
  [
    'an action that stands in parentheses',
    'oops while connecting to upstream).',
    { message: 'oops', action: 'connecting to upstream' },
  ],
  [
    'a place with a space before its number',
    'unknown directive "foo" in /etc/nginx/nginx.conf: 12',
    { message: 'unknown directive "foo"', inFile: { file: '/etc/nginx/nginx.conf', line: 12 } },
  ],
  [
    'a place that was cut before its number',
    'unknown directive "a" in /etc/nginx/nginx.conf:',
    { message: 'unknown directive "a"', inFile: null },
  ],
  ['a place that was cut', 'unknown directive "a" in', { message: 'unknown directive "a"', inFile: null }],
  [
    'a place in the configuration',
    'unknown directive "foo" in /etc/nginx/nginx.conf:12',
    { message: 'unknown directive "foo"', inFile: { file: '/etc/nginx/nginx.conf', line: 12 } },
  ],
  [
    'a place on the command line',
    'unknown directive "foo" in command line',
    { message: 'unknown directive "foo"', inFile: null },
  ],
  [
    'Windows at length',
    'upstream timed out (10060: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond)',
    { message: 'upstream timed out', errno: { code: 10060, name: 'ETIMEDOUT' } },
  ],
  [
    'OpenSSL’s errors',
    'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream',
    { message: 'SSL_do_handshake() failed', ssl: 'error:0A00010B:SSL routines::wrong version number' },
  ],
  [
    'an action that nginx does not have',
    'oops while reading mail',
    { message: 'oops while reading mail', action: null },
  ],
] as const)('takes off %s', ([, text, expected]) => {
  expect(takeSuffixesOff(text, isAction)).toMatchObject(expected);
});
