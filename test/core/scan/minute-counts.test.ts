import { expect, test } from 'vitest';
import {
  countLine,
  createMinuteTexts,
  MOST_STRETCHES,
  noMinutes,
  toMinute,
  toPerMinute,
} from '../../../src/core/scan/minute-counts.ts';

/** What is counted of one line in each of these minutes. */
function counted(minutes: readonly string[], most = MOST_STRETCHES): ReadonlyMap<string, number> {
  const counts = noMinutes();
  for (const minute of minutes) countLine(counts, toMinute(minute), most);
  return toPerMinute(counts, createMinuteTexts());
}

/** `count` minutes from that hour of a day on, one after the other. */
function minutesOf(count: number, hour = 0): readonly string[] {
  const start = Date.UTC(2026, 10, 22, hour);
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * 60_000).toISOString().slice(0, 16).replace('T', ' ').replaceAll('-', '/'),
  );
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

test('a few hours are counted by the minute, also where time goes back', () => {
  const minutes = minutesOf(90, 23);
  expect(counted([...minutes, ...minutes])).toEqual(new Map(minutes.map((minute) => [minute, 2])));
});

test('of a long time the earlier minutes are counted by ten, and none is lost', () => {
  const counts = counted(minutesOf(1_000));
  expect(counts.get('2026/11/22 01:20')).toBe(10);
  expect(counts.get('2026/11/22 16:39')).toBe(1);
  expect(counts.size).toBeLessThan(400);
  expect(sum(counts)).toBe(1_000);
});

test.for([MOST_STRETCHES, 60])('times without an end need no more room than %i stretches', (most) => {
  const days = Array.from({ length: 20_000 }, (_, day) => `${1000 + (day % 9_000)}/01/${10 + (day % 80)} 00:00`);
  const counts = counted(days, most);
  expect(counts.size).toBeLessThanOrEqual(most);
  expect(sum(counts)).toBe(20_000);
});
