import { expect, test } from 'vitest';
import { findErrorHead } from '../../../src/core/records/error-head.ts';

test.for([
  [
    'as a log file has it',
    '2026/11/22 10:15:42 [error] 1234#5: *5678 upstream',
    { time: '2026/11/22 10:15:42', level: 'error', pid: 1234, tid: 5, connection: 5678, end: 42 },
  ],
  [
    'without its date, as the article has it',
    '[error] 1234#0: *5678 upstream',
    { time: null, level: 'error', pid: 1234, connection: 5678 },
  ],
  ['on stderr before the log is open', 'nginx: [emerg] bind() to', { time: null, level: 'emerg', pid: null, end: 15 }],
  ['of Angie on stderr', 'angie: [emerg] bind() to', { time: null, level: 'emerg', pid: null, end: 15 }],
  [
    'from Windows, with a process and no connection',
    '2026/01/02 03:04:05 [notice] 7#8: signal',
    { level: 'notice', pid: 7, tid: 8, connection: null },
  ],
  [
    'behind a docker compose prefix',
    'web-1  | 2026/01/02 03:04:05 [crit] 7#8: *1 connect()',
    { start: 9, level: 'crit' },
  ],
] as const)('reads the head of a line %s', ([, text, expected]) => {
  expect(findErrorHead(text)).toMatchObject(expected);
});

test.for(['2026/01/02 03:04:05 [I] 12#12 unit', '[Sun Jan 01] [error] apache', 'npm [error] 5'])(
  'leaves alone what only resembles one: %s',
  (text) => {
    expect(findErrorHead(text)).toBeNull();
  },
);
