import { countMinute } from '../identify/finding.ts';

/** How many lines of a group each minute has. Lines mostly come in the order of time, so the last minute is counted by itself. */
export interface MinuteCounts {
  /** The last one; empty before the first line. */
  minute: string;
  /** Its lines. */
  count: number;
  /** Those before, in the order in which they came: where time goes back and forth, a minute more than once. */
  readonly earlier: Stretch[];
}

/** Lines of one minute that came one after the other. */
interface Stretch {
  readonly minute: string;
  readonly count: number;
}

/** Input that goes back and forth in time is merged when it has so many stretches. */
const MOST_STRETCHES = 6_000;

/** Counts a line. */
export function countLine(counted: MinuteCounts, minute: string): void {
  if (counted.minute === minute) counted.count += 1;
  else startMinute(counted, minute);
}

function startMinute(counted: MinuteCounts, minute: string): void {
  const { earlier } = counted;
  if (earlier.length === MOST_STRETCHES)
    earlier.splice(0, MOST_STRETCHES, ...[...merge(earlier)].map(([minute, count]) => ({ minute, count })));
  if (counted.count > 0) earlier.push({ minute: counted.minute, count: counted.count });
  counted.minute = minute;
  counted.count = 1;
}

/** By minute, as in `Tally.perMinute`. */
export const toPerMinute = ({ minute, count, earlier }: MinuteCounts): Map<string, number> =>
  merge([...earlier, { minute, count }]);

function merge(stretches: readonly Stretch[]): Map<string, number> {
  const perMinute = new Map<string, number>();
  for (const { minute, count } of stretches) countMinute(perMinute, minute, count);
  return perMinute;
}
