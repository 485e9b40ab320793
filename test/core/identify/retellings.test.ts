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
  ['cut behind a comma', 'directory index of "/srv/" is forbidden,', 'directory index of "/srv/" is forbidden'],
  ['with marks for what was left out', '[..] user "a" was not found in "/b" [..]', 'user "a" was not found in "/b"'],
  ['with dots for its context', 'user "a" was not found in "/b", ....', 'user "a" was not found in "/b"'],
  ['that begins as a sentence does', 'Upstream timed out', 'upstream timed out'],
  [
    'of which Markdown took both asterisks',
    '41 failed to run access_by_lua: a.lua:1: no',
    'failed to run access_by_lua*: a.lua:1: no',
  ],
  ['whose path lost its quotes', 'open() /srv/a.txt failed', 'open() "/srv/a.txt" failed'],
  [
    'whose host lost its quotes',
    'host not found in upstream a.example:80',
    'host not found in upstream "a.example:80"',
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
