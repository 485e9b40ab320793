import { expect, test } from 'vitest';
import { openJsonLines, toJsonLine } from '../../src/knowledge/json-lines.ts';

const values = [{ source: 'a "quoted" one' }, { source: 'a' }, { source: 'é' }];
const lines = values.map(toJsonLine);
const bytes = Buffer.concat([Buffer.from('before\n'), ...lines]);
const each = lines.map(({ length }) => length);
const opened = openJsonLines<{ readonly source: string }>((from, length) => bytes.subarray(from, from + length), 7, {
  sum: bytes.length - 7,
  each,
});

test.for(values)('finds the line that starts with $source', (value) => {
  expect(opened.find(`{"source":${JSON.stringify(value.source)}`)).toEqual(value);
});

test('finds nothing for a start that no line has, also where it stands inside of one', () => {
  expect(opened.find('"source"')).toBeNull();
});

test('reads a line by its number', () => {
  expect(opened.at(2)).toEqual({ source: 'é' });
  expect(opened.all()).toEqual(values);
});
