import { expect, test } from 'vitest';
import { speakerOf } from '../../../src/core/generic/speaker.ts';
import type { Message } from '../../../src/core/message.ts';

const message = (changes: Partial<Message>): Message => ({
  id: 'too-hot',
  template: 'too hot',
  level: 'error',
  errno_appended: false,
  kind: 'runtime',
  ctx: 'http',
  subsystem: 'http/upstream',
  file: 'src/a.c',
  line: 1,
  function: 'f',
  platform: 'any',
  ...changes,
});

test.for<[string, Partial<Message>, string]>([
  ['a part of nginx', {}, "nginx's proxying to backends"],
  ['a module of nginx', { subsystem: 'module:rewrite' }, "nginx's rewrite module"],
  [
    'a project',
    { subsystem: 'project', project: 'bakery/oven' },
    'oven (bakery/oven on GitHub), which is not part of nginx itself',
  ],
])('names %s', ([, changes, part]) => {
  expect(speakerOf(message(changes)).part).toBe(part);
});
