import { countMinute } from '../identify/finding.ts';
import { oncePerKey } from '../once.ts';

/** A minute as logged, `YYYY/MM/DD HH:MM`, and as the number that its digits make. */
export interface Minute {
  readonly text: string;
  readonly digits: number;
}

/** How many lines of a group each minute has. Lines mostly come in the order of time, so the last minute is counted by itself. */
export interface MinuteCounts {
  /** The last one; null before the first line. */
  minute: Minute | null;
  /** Its lines. */
  count: number;
  /** The digits of the minutes before, in the order in which they came: where time goes back and forth, a minute more than once. Of a
   * long time they are tens of minutes, then hours, then days. */
  readonly earlier: number[];
  /** The lines of each of them. */
  readonly earlierCounts: number[];
}

/** Stretches of a group. What has more is plotted in steps of ten minutes at least, as a plot has no more than sixty. An array that is pushed to
 * has room for 334 here, and would grow to 517. Source: V8's JSObject::NewElementsCapacity. */
export const MOST_STRETCHES = 330;
/** Digits that are cut off a minute: those of ten minutes, of the hour, of the day. */
const COARSER: readonly number[] = [10, 100, 10_000];

/** Nothing yet. */
export const noMinutes = (): MinuteCounts => ({ minute: null, count: 0, earlier: [], earlierCounts: [] });

/** Reads the minute out of `YYYY/MM/DD HH:MM`. */
export const toMinute = (text: string): Minute => ({ text, digits: Number(text.replace(/\D/g, '')) });

/** Counts a line. Whoever counts gives the same object for lines of one minute that follow each other. At most `most` stretches are kept. */
export function countLine(counted: MinuteCounts, minute: Minute, most: number): void {
  if (counted.minute === minute) counted.count += 1;
  else startMinute(counted, minute, most);
}

function startMinute(counted: MinuteCounts, minute: Minute, most: number): void {
  const { earlier, earlierCounts } = counted;
  if (counted.minute) {
    earlier.push(counted.minute.digits);
    earlierCounts.push(counted.count);
  }
  if (earlier.length >= most) coarsen(counted, most);
  counted.minute = minute;
  counted.count = 1;
}

/** Halves the stretches at least: what hostile times leave over is counted with the last of them. */
function coarsen(counted: MinuteCounts, most: number): void {
  for (const unit of COARSER) {
    mergeBy(unit, counted);
    if (counted.earlier.length <= most / 2) return;
  }
  const { earlier, earlierCounts } = counted;
  const rest = earlierCounts.splice(most / 2).reduce((sum, count) => sum + count, 0);
  earlier.length = earlierCounts.length;
  const last = earlierCounts.length - 1;
  earlierCounts[last] = (earlierCounts[last] ?? 0) + rest;
}

function mergeBy(unit: number, { earlier, earlierCounts }: MinuteCounts): void {
  const merged = new Map<number, number>();
  for (const [index, digits] of earlier.entries()) {
    const start = Math.floor(digits / unit) * unit;
    merged.set(start, (merged.get(start) ?? 0) + (earlierCounts[index] ?? 0));
  }
  earlier.splice(0, earlier.length, ...merged.keys());
  earlierCounts.splice(0, earlierCounts.length, ...merged.values());
}

/** Gives the text of a minute, the same string each time. */
export type MinuteText = (digits: number) => string;

/** Groups that share their minutes share their texts. */
export const createMinuteTexts = (): MinuteText => oncePerKey(toText);

/** By minute, as in `Tally.perMinute`. */
export function toPerMinute(
  { minute, count, earlier, earlierCounts }: MinuteCounts,
  textOf: MinuteText,
): Map<string, number> {
  const perMinute = new Map<string, number>();
  for (const [index, digits] of earlier.entries()) countMinute(perMinute, textOf(digits), earlierCounts[index] ?? 0);
  if (minute) countMinute(perMinute, minute.text, count);
  return perMinute;
}

function toText(digits: number): string {
  const text = String(digits).padStart(12, '0');
  return `${text.slice(0, 4)}/${text.slice(4, 6)}/${text.slice(6, 8)} ${text.slice(8, 10)}:${text.slice(10)}`;
}
