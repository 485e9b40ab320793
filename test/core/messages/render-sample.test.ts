import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/core/message.ts';
import { createChooser } from '../../../src/core/messages/chooser.ts';
import { fillTemplate } from '../../../src/core/messages/fill-template.ts';
import { renderSample } from '../../../src/core/messages/render-sample.ts';

const plain: Message = {
  id: 'sample',
  template: 'socket leaked',
  level: 'alert',
  errno_appended: false,
  kind: 'runtime',
  ctx: 'none',
  subsystem: 'core',
  file: 'src/core/sample.c',
  line: 1,
  function: 'sample',
  platform: 'any',
};
const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const rendered = (changes: Partial<Message>): readonly string[] =>
  seeds.map((seed) => renderSample({ ...plain, ...changes }, seed));
const HEAD = /^2026\/03\/14 09:26:\d\d \[alert\] (\d+)#\1: /;

describe('a sample line', () => {
  test('is the same for the same seed and differs between seeds', () => {
    const message = { ...plain, template: 'bytes: %O of %uz' };
    expect(renderSample(message, 7)).toBe(renderSample(message, 7));
    expect(new Set(seeds.map((seed) => renderSample(message, seed))).size).toBeGreaterThan(30);
  });

  test('starts like a line of the error log', () => {
    for (const line of rendered({})) expect(line.replace(HEAD, '')).toBe('socket leaked');
  });

  test('carries no time and no level on standard error', () => {
    expect(renderSample({ ...plain, level: 'stderr', ctx: 'stderr' }, 1)).toBe('nginx: socket leaked');
  });

  test('takes one of the levels that a variable level can be', () => {
    const levels = rendered({ level: 'variable', levels: ['info', 'error'] }).map(
      (line) => /\[(\w+)\]/.exec(line)?.[1],
    );
    expect(new Set(levels)).toEqual(new Set(['info', 'error']));
  });

  test.for<[string, Partial<Message>, RegExp]>([
    ['an errno', { errno_appended: true }, /socket leaked \(\d+: [A-Z][^()]+\)$/],
    [
      'the errno that is always the same',
      { errno_appended: true, errno: 'ETIMEDOUT' },
      / \(110: Connection timed out\)$/,
    ],
    ['an errno of Windows', { errno_appended: true, platform: 'win32' }, / \((?:2|5|10054): (?:The|Access|An) .+\)$/],
    [
      'OpenSSL’s queue before the errno',
      { ssl_appended: true, errno_appended: true },
      / \(SSL: error:.+\) \(\d+: .+\)$/,
    ],
    [
      'the place in the configuration last',
      { in_file: true, errno_appended: true },
      /\) in \/etc\/nginx\/nginx\.conf:\d+$/,
    ],
    [
      'the request’s context',
      { ctx: 'http' },
      /\*\d+ socket leaked(?: while [a-z ]+)?, client: \S+, server: \S+, request: "/,
    ],
    ['the upstream', { ctx: 'http-upstream' }, / while [a-zA-Z ]+, client: .+, upstream: "(?:http|fastcgi|grpcs):\/\//],
    ['the resolver without a connection', { ctx: 'resolver' }, /\d: socket leaked while resolving, resolver: /],
    ['lua’s context', { ctx: 'lua-timer' }, /socket leaked, context: ngx\.timer/],
  ])('appends %s', ([, changes, expected]) => {
    for (const line of rendered(changes)) expect(line).toMatch(expected);
  });

  test('leaves an optional errno out now and then', () => {
    const lines = rendered({ errno_appended: true, errno_optional: true });
    expect(new Set(lines.map((line) => line.endsWith(')')))).toEqual(new Set([true, false]));
  });

  test('says the action that it is asked to say', () => {
    expect(renderSample({ ...plain, ctx: 'resolver' }, 1, 'handling frames')).toContain(
      ' while handling frames, resolver: ',
    );
  });

  test('names a directive that can say the message', () => {
    const lines = rendered({ template: '"%s" directive is duplicate', directives: ['gzip', 'etag'] });
    expect(new Set(lines.map((line) => line.replace(HEAD, '')))).toEqual(
      new Set(['"gzip" directive is duplicate', '"etag" directive is duplicate']),
    );
  });
});

describe('a format string is filled as ngx_sprintf fills it', () => {
  test.for<[string, RegExp]>([
    ['%s', /^.+$/],
    ['%V', /^.+$/],
    ['%v', /^.+$/],
    ['%*s', /^.+$/],
    ['%ui', /^\d+$/],
    ['%uz', /^\d+$/],
    ['%O', /^\d+$/],
    ['%T', /^\d+$/],
    ['%P', /^\d+$/],
    ['%d', /^-?\d+$/],
    ['%i', /^-?\d+$/],
    ['%l', /^-?\d+$/],
    ['%M', /^\d+$/],
    ['%r', /^\d+$/],
    ['%uA', /^\d+$/],
    ['%03ui', /^\d{3}$/],
    ['%.3f', /^\d+\.\d{3}$/],
    ['%f', /^\d+$/],
    ['%p', /^[0-9A-F]{16}$/],
    ['%xd', /^[0-9a-f]+$/],
    ['%08XD', /^[0-9A-F]{8}$/],
    ['%02xd', /^[0-9a-f]{2,}$/],
    ['%xV', /^[0-9a-f]+$/],
    ['%Z', /^$/],
    ['%N', /^\n$/],
    ['%c', /^.$/],
    ['100%%', /^100%$/],
  ])('%s', ([template, expected]) => {
    for (const seed of seeds) expect(fillTemplate(template, [], createChooser(seed))).toMatch(expected);
  });

  test('a value fits its place', () => {
    for (const seed of seeds) {
      expect(fillTemplate('open() "%s" failed', [], createChooser(seed))).toMatch(/^open\(\) "\/.+" failed$/);
      expect(fillTemplate('oops: %s\n%s', [], createChooser(seed))).toMatch(/\nstack traceback:\n/);
    }
  });
});
