import { countMinute } from '../identify/finding.ts';

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
  /** The minutes before, each with its lines in one number (see `pack`), in the order in which they came: where time goes back and
   * forth, a minute more than once. There are thousands of them for hundreds of groups. */
  readonly earlier: number[];
}

/** Input that goes back and forth in time is merged when it has so many stretches. */
const MOST_STRETCHES = 6_000;
/** More lines of a minute are another stretch. Twelve digits and such a count still make an exact number. */
const MOST_COUNTED = 4_096;

/** Nothing yet. */
export const noMinutes = (): MinuteCounts => ({ minute: null, count: 0, earlier: [] });

/** Reads the minute out of `YYYY/MM/DD HH:MM`. */
export const toMinute = (text: string): Minute => ({ text, digits: Number(text.replace(/\D/g, '')) });

/** Counts a line. Whoever counts gives the same object for lines of one minute that follow each other. */
export function countLine(counted: MinuteCounts, minute: Minute): void {
  if (counted.minute === minute && counted.count < MOST_COUNTED - 1) counted.count += 1;
  else startMinute(counted, minute);
}

function startMinute(counted: MinuteCounts, minute: Minute): void {
  const { earlier } = counted;
  if (earlier.length === MOST_STRETCHES) merge(earlier);
  if (counted.minute) earlier.push(pack(counted.minute.digits, counted.count));
  counted.minute = minute;
  counted.count = 1;
}

const pack = (digits: number, count: number): number => digits * MOST_COUNTED + count;

function merge(earlier: number[]): void {
  const merged = [...sumUp(earlier, toText)].flatMap(([text, count]) => packAll(toMinute(text).digits, count));
  earlier.splice(0, MOST_STRETCHES, ...merged);
}

function packAll(digits: number, count: number): readonly number[] {
  const most = MOST_COUNTED - 1;
  const whole = Math.floor(count / most);
  const stretches = Array.from({ length: whole }, () => pack(digits, most));
  return count % most === 0 ? stretches : [...stretches, pack(digits, count % most)];
}

/** Gives the text of a minute, the same string each time. */
export type MinuteText = (digits: number) => string;

/** Groups that share their minutes share their texts. */
export function createMinuteTexts(): MinuteText {
  const texts = new Map<number, string>();
  return (digits) => {
    const text = texts.get(digits) ?? toText(digits);
    texts.set(digits, text);
    return text;
  };
}

/** By minute, as in `Tally.perMinute`. */
export function toPerMinute({ minute, count, earlier }: MinuteCounts, textOf: MinuteText): Map<string, number> {
  const perMinute = sumUp(earlier, textOf);
  if (minute) countMinute(perMinute, minute.text, count);
  return perMinute;
}

function sumUp(stretches: readonly number[], textOf: MinuteText): Map<string, number> {
  const perMinute = new Map<string, number>();
  for (const packed of stretches)
    countMinute(perMinute, textOf(Math.floor(packed / MOST_COUNTED)), packed % MOST_COUNTED);
  return perMinute;
}

function toText(digits: number): string {
  const text = String(digits).padStart(12, '0');
  return `${text.slice(0, 4)}/${text.slice(4, 6)}/${text.slice(6, 8)} ${text.slice(8, 10)}:${text.slice(10)}`;
}
