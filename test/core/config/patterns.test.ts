import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPatterns } from '../../../src/core/config/patterns.ts';

test.for([
  ['\\.php$', '/a.php', false, ['.php']],
  ['\\.PHP$', '/a.php', false, 'no'],
  ['\\.PHP$', '/a.php', true, ['.php']],
  ['^/(\\w+)/(?<rest>.*)$', '/a/b', false, ['/a/b', 'a', 'b']],
  ['^/(a)?b', '/b', false, ['/b', undefined]],
  ['^/(?!x)', '/a', false, 'unknown'],
  ['(', '/a', false, 'unknown'],
  ['a{1,999}', 'a', false, 'unknown'],
] as const)('%s on %s', ([expression, text, isCaseless, expected]) => {
  expect(createPatterns()(expression, text, isCaseless)).toEqual(expected);
});

test('expressions that would burn a backtracking engine are answered, or left unknown', () => {
  const match = createPatterns();
  const text = `/${'a'.repeat(2_000)}!`;
  for (const expression of ['^/(a+)+$', '^/(a|a)*$', '^/(.*a){20}$', '^/((a*)*)*$', '(x+x+)+y'])
    expect(['no', 'unknown']).toContain(match(expression, text, false));
});

test('a paste has a budget', () => {
  const match = createPatterns();
  const verdicts = Array.from({ length: 400 }, (_, index) => match(`^/${index}$`, '/399', false));
  expect(verdicts[399]).toBe('unknown');
  expect(match('^/1$', '/1', false)).toEqual(['/1']);
});

test('no expression throws', () => {
  const match = createPatterns();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (expression, text) => void match(expression, text, true)),
  );
});
