import { expect, test } from 'vitest';
import { inBytes, searchRegex, shortestText, signatureRegex } from '../../bench/peers/signature-regex.ts';

test.for([
  ['connect() failed', String.raw`connect\(\) failed`],
  ['open() "%s" failed', String.raw`open\(\) ".*" failed`],
  ['%ui worker_connections', '-?[0-9]+ worker_connections'],
  ['excess: %ui.%03ui by', String.raw`excess: -?[0-9]+\.-?[0-9]+ by`],
  ['header: "%*s\\x%02xd..."', String.raw`header: ".*\\x[0-9a-fA-F]+\.\.\."`],
  ['100%% of %V%V', '100% of .*'],
] as const)('%s is /%s/', ([template, regex]) => {
  expect(signatureRegex(template)).toBe(regex);
  expect(new RegExp(`^${regex}$`).test(shortestText(template))).toBe(true);
});

test('a search leaves out what may be anything at its ends', () => {
  expect(searchRegex('[notice] %s: %V')).toBe(': ');
  expect(searchRegex('"%s" is not found')).toBe('".*" is not found');
});

test('what is beyond ASCII becomes bytes', () => {
  expect(inBytes('a “b” \\(é\\)')).toBe(String.raw`a \xe2\x80\x9cb\xe2\x80\x9d \(\xc3\xa9\)`);
});
