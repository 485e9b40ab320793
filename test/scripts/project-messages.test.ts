import { describe, expect, test } from 'vitest';
import { toProjectMessages } from '../../scripts/messages/project-messages.ts';
import type { ScannedMessage } from '../../scripts/messages/scan.ts';
import type { Message } from '../../src/core/message.ts';

const scanned = (template: string, changes: Partial<ScannedMessage> = {}): ScannedMessage => ({
  template,
  level: 'error',
  levels: [],
  errno: null,
  ssl: false,
  inFile: false,
  file: 'src/oven.c',
  line: 7,
  function: 'oven_bake',
  directives: [],
  platform: 'any',
  base: null,
  abstract: false,
  ...changes,
});

const ofNginx: Message = {
  id: 'close-failed',
  template: 'close() %s failed',
  level: 'alert',
  errno_appended: true,
  kind: 'runtime',
  ctx: 'none',
  subsystem: 'core/files',
  file: 'src/core/ngx_file.c',
  line: 1,
  function: 'ngx_close',
  platform: 'any',
};

const templatesOf = (...messages: readonly ScannedMessage[]): readonly string[] =>
  toProjectMessages('bakery/oven', messages, [ofNginx]).map(({ template }) => template);

describe('messages of a project that is no part of nginx', () => {
  test('know whose words they are', () => {
    expect(toProjectMessages('bakery/oven', [scanned('the dough has burnt')], [])).toMatchObject([
      { project: 'bakery/oven', file: 'src/oven.c', function: 'oven_bake', ctx: 'http', subsystem: 'project' },
    ]);
  });

  test('come once for each text', () => {
    expect(templatesOf(scanned('the dough has burnt'), scanned('the dough has burnt', { line: 9 }))).toEqual([
      'the dough has burnt',
    ]);
  });

  test.for<[string, ScannedMessage]>([
    ['what nginx writes, too', scanned('close() %s failed')],
    ['what fits a frame of nginx', scanned('close() oven failed')],
    ['what says too little', scanned('%s: %V')],
    ['a frame', scanned('%V is too hot to be baked', { abstract: true })],
    ['what stands outside a function', scanned('the dough has burnt', { function: '' })],
  ])('leave out %s', ([, message]) => {
    expect(templatesOf(message)).toEqual([]);
  });

  test('have no context where they are about the whole server', () => {
    const messages = [
      scanned('the bakery is closed', { level: 'emerg' }),
      scanned('unknown flour "%V"', { inFile: true }),
    ];
    expect(toProjectMessages('bakery/oven', messages, []).map(({ ctx }) => ctx)).toEqual(['none', 'none']);
  });
});
