import { expect, test } from 'vitest';
import { retellingsOf } from '../../../src/core/identify/retellings.ts';

test.for([
  ['padded by a terminal', 'upstream prematurely    closed', 'upstream prematurely closed'],
  ['padded inside a word', 'upstream prema    turely closed', 'upstream prematurely closed'],
  ['typed without a space', 'epoll_ctl(1,1024) failed', 'epoll_ctl(1, 1024) failed'],
  [
    'that a sentence follows',
    'directory index of "/srv/www/" is forbidden.: 192.0.2.1',
    'directory index of "/srv/www/" is forbidden',
  ],
] as const)('restores a message %s', ([, message, wanted]) => {
  expect(retellingsOf(message)).toContain(wanted);
});

test.for(['upstream timed out', 'open() "/srv/a. b/c" failed', 'connect() to 192.0.2.1:80 failed'])(
  'has nothing to restore in %s',
  (message) => {
    expect(retellingsOf(message)).toEqual([]);
  },
);
