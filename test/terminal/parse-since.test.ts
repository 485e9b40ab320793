import { expect, test } from 'vitest';
import { parseSince } from '../../src/terminal/parse-since.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const NOW = at('2026-11-22T10:45:00Z');
const HOUR = 3_600;

test.for([
  ['a time of day that has passed', '10:30', { wall: at('2026-11-22T11:30:00Z') - HOUR, offset: null }],
  ['one with seconds', '10:30:05', { wall: at('2026-11-22T10:30:05Z'), offset: null }],
  ['one that is still to come today, so it was yesterday', '23:50', { wall: at('2026-11-21T23:50:00Z'), offset: null }],
  ['minutes ago', '20m', { wall: NOW - 1_200, offset: 0 }],
  ['hours ago', '2h ago', { wall: NOW - 2 * HOUR, offset: 0 }],
  ["nginx's own form", '2026/11/22 10:30:00', { wall: at('2026-11-22T10:30:00Z'), offset: null }],
  ['the same without seconds', '2026/11/22 10:30', { wall: at('2026-11-22T10:30:00Z'), offset: null }],
  ['ISO 8601 in UTC', '2026-11-22T10:30:00Z', { wall: at('2026-11-22T10:30:00Z'), offset: 0 }],
  [
    'ISO 8601 with an offset, without seconds',
    '2026-11-22T12:30+02:00',
    { wall: at('2026-11-22T12:30:00Z'), offset: 7_200 },
  ],
  ["the access log's form", '22/Nov/2026:10:30:00 -0330', { wall: at('2026-11-22T10:30:00Z'), offset: -12_600 }],
] as const)('reads %s', ([, text, stamp]) => {
  expect(parseSince(text, NOW, 0)).toEqual(stamp);
});

test('a time of day is on the clock of this machine', () => {
  expect(parseSince('12:30', NOW, 2 * HOUR)?.wall).toBe(at('2026-11-22T12:30:00Z'));
  expect(parseSince('12:50', NOW, 2 * HOUR)?.wall).toBe(at('2026-11-21T12:50:00Z'));
});

test.for(['', 'nope', '25:00', '10:75', 'yesterday', '-5m'])('"%s" is no time', (text) => {
  expect(parseSince(text, NOW, 0)).toBeNull();
});
