import { countMinute } from '../identify/finding.ts';

/** How many lines of a group each minute has, in the order in which they came: what comes in the order of time has each minute once. */
export interface MinuteCounts {
  readonly minutes: string[];
  readonly counts: number[];
}

/** Input that goes back and forth in time is merged when it has so many stretches. */
const MOST_STRETCHES = 6_000;

/** Counts a line. */
export function countLine(counted: MinuteCounts, minute: string): void {
  const { minutes, counts } = counted;
  const last = minutes.length - 1;
  if (last >= 0 && minutes[last] === minute) {
    counts[last] = (counts[last] ?? 0) + 1;
    return;
  }
  if (minutes.length === MOST_STRETCHES) merge(counted);
  minutes.push(minute);
  counts.push(1);
}

/** By minute, as in `Tally.perMinute`. */
export function toPerMinute({ minutes, counts }: MinuteCounts): Map<string, number> {
  const perMinute = new Map<string, number>();
  for (const [index, minute] of minutes.entries()) countMinute(perMinute, minute, counts[index] ?? 0);
  return perMinute;
}

function merge(counted: MinuteCounts): void {
  const perMinute = toPerMinute(counted);
  counted.minutes.splice(0, MOST_STRETCHES, ...perMinute.keys());
  counted.counts.splice(0, MOST_STRETCHES, ...perMinute.values());
}
