import { expect, test } from 'vitest';
import { tokenise } from '../../scripts/messages/tokens.ts';

const texts = (source: string) => tokenise(source).map(({ text }) => text);

test.for<[string, string, readonly string[]]>([
  ['escapes in a string are decoded', String.raw`"a\"b\n\x41\\"`, ['a"b\nA\\']],
  ['a comment is no token', 'a /* "b" */ c // d', ['a', 'c']],
  ['a quote in a character starts no string', `'"' x '\\''`, [`'"'`, 'x', `'\\''`]],
  ['an arrow is one token', 'c->log == d', ['c', '->', 'log', '==', 'd']],
  ['a preprocessor line goes on after a backslash', '#define A "x" \\\n  "y"\nz', ['#define A "x" "y"', 'z']],
  ['a string that never ends is kept', '"open', ['open']],
])('%s', ([, source, expected]) => {
  expect(texts(source)).toEqual(expected);
});

test('a token knows its line and column', () => {
  expect(tokenise('a\n  "b" /*\n*/ c')).toMatchObject([
    { text: 'a', line: 1, column: 0 },
    { text: 'b', line: 2, column: 2 },
    { text: 'c', line: 3, column: 3 },
  ]);
});
