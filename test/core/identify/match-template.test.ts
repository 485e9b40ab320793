import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchTemplate } from '../../../src/core/identify/match-template.ts';
import { parseTemplate } from '../../../src/core/identify/template.ts';

const match = (template: string, text: string) => matchTemplate(parseTemplate(template), text);

test.for([
  ['without holes', 'no live upstreams', 'no live upstreams', []],
  ['a quoted value', 'open() "%s" failed', 'open() "/var/www/a" failed', ['/var/www/a']],
  ['a value with quotes', 'unknown directive "%s"', 'unknown directive "a"b"', ['a"b']],
  [
    'numbers',
    'limiting requests, excess: %ui.%03ui by zone "%V"',
    'limiting requests, excess: 10.500 by zone "a"',
    ['10', '500', 'a'],
  ],
  ['a length and its text', 'broken header: "%*s"', 'broken header: "GET / HTTP/1.1"', ['GET / HTTP/1.1']],
  ['hex', '"%s\\x%02xd..."', '"GET\\x0a..."', ['GET', '0a']],
  ['a percent sign', '100%% of %V', '100% of it', ['it']],
  [
    'a value that holds the next words',
    '%s %P exited on signal %d',
    'cache manager process 12 exited on signal 9',
    ['cache manager process', '12', '9'],
  ],
  ['a masked number', '%ui worker_connections are not enough', 'xxx worker_connections are not enough', ['xxx']],
] as const)('fits %s', ([, template, text, captures]) => {
  expect(match(template, text)).toEqual(captures);
});

test.for([
  ['more behind it', 'no live upstreams', 'no live upstreams here'],
  [
    'letters for a number',
    'client intended to send too large body: %O bytes',
    'client intended to send too large body: many bytes',
  ],
  ['another beginning', 'unknown directive "%s"', 'an unknown directive "a"'],
])('does not fit: %s', ([, template, text]) => {
  expect(match(template ?? '', text ?? '')).toBeNull();
});

const literal = fc.stringMatching(/^[a-z"():,][a-z "():,]{0,10}[a-z"():,]$/);
const value = fc.string({ maxLength: 40 });

test('fits every text that its format string can print', () => {
  fc.assert(
    fc.property(literal, value, literal, (before, inside, after) => {
      expect(match(`${before}%s${after}`, `${before}${inside}${after}`)).toEqual([inside]);
    }),
  );
});
