import { countMinute } from '../identify/finding.ts';

/** How many lines of a group each minute has. Lines mostly come in the order of time, so the last minute is counted by itself. */
export interface MinuteCounts {
  /** The last one; empty before the first line. */
  minute: string;
  /** Its lines. */
  count: number;
  /** The minutes before, in the order in which they came: where time goes back and forth, a minute more than once. */
  readonly earlier: string[];
  /** The lines of each of them. Two lists take a third of the memory that pairs would take. */
  readonly earlierCounts: number[];
}

/** Input that goes back and forth in time is merged when it has so many stretches. */
const MOST_STRETCHES = 6_000;

/** Nothing yet. */
export const noMinutes = (): MinuteCounts => ({ minute: '', count: 0, earlier: [], earlierCounts: [] });

/** Counts a line. */
export function countLine(counted: MinuteCounts, minute: string): void {
  if (counted.minute === minute) counted.count += 1;
  else startMinute(counted, minute);
}

function startMinute(counted: MinuteCounts, minute: string): void {
  const { earlier, earlierCounts } = counted;
  if (earlier.length === MOST_STRETCHES) merge(counted);
  if (counted.count > 0) {
    earlier.push(counted.minute);
    earlierCounts.push(counted.count);
  }
  counted.minute = minute;
  counted.count = 1;
}

function merge({ earlier, earlierCounts }: MinuteCounts): void {
  const perMinute = sumUp(earlier, earlierCounts);
  earlier.splice(0, MOST_STRETCHES, ...perMinute.keys());
  earlierCounts.splice(0, MOST_STRETCHES, ...perMinute.values());
}

/** By minute, as in `Tally.perMinute`. */
export function toPerMinute({ minute, count, earlier, earlierCounts }: MinuteCounts): Map<string, number> {
  const perMinute = sumUp(earlier, earlierCounts);
  countMinute(perMinute, minute, count);
  return perMinute;
}

function sumUp(minutes: readonly string[], counts: readonly number[]): Map<string, number> {
  const perMinute = new Map<string, number>();
  for (const [index, minute] of minutes.entries()) countMinute(perMinute, minute, counts[index] ?? 0);
  return perMinute;
}
