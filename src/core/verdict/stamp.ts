import { toSeconds } from '../signals/time.ts';

/** A time as a log wrote it. */
export interface Stamp {
  /** Seconds since 1970 as if the written time were UTC. */
  readonly wall: number;
  /** Seconds east of UTC; null where the log does not tell, as nginx's error log never does. */
  readonly offset: number | null;
}

const OFFSET = /\d\d:\d\d:\d\d(?:[.,]\d{1,9})? ?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d))/;

/** Reads the time of an access line's field, of an error line, or of what stood before a line; null where there is none. */
export function parseStamp(text: string): Stamp | null {
  const wall = toSeconds(text);
  if (wall === null) return null;
  const found = OFFSET.exec(text);
  if (!found) return { wall, offset: null };
  const [, zulu, sign, hours, minutes] = found;
  if (zulu !== undefined) return { wall, offset: 0 };
  const seconds = Number(hours) * 3_600 + Number(minutes) * 60;
  return { wall, offset: sign === '-' ? -seconds : seconds };
}

/** Seconds since 1970, UTC; null where nobody knows the zone. `zone` is that of the log, in seconds east of UTC. */
function toInstant({ wall, offset }: Stamp, zone: number | null): number | null {
  const east = offset ?? zone;
  return east === null ? null : wall - east;
}

/** Negative when `a` is earlier; null where the two can't be compared, because one has a zone and the other's is not known. Two
 * times without a zone are of one log. */
export function compareStamps(a: Stamp, b: Stamp, zone: number | null): number | null {
  const [first, second] = [toInstant(a, zone), toInstant(b, zone)];
  if (first !== null && second !== null) return first - second;
  return a.offset === null && b.offset === null ? a.wall - b.wall : null;
}

/** `10:30:05`, on the clock of the log where its zone is known, else with the word UTC behind it. */
export function sayClock(stamp: Stamp, zone: number | null): string {
  const instant = toInstant(stamp, zone);
  const wall = stamp.offset === null || instant === null || zone === null ? stamp.wall : instant + zone;
  const clock = new Date(wall * 1000).toISOString().slice(11, 19);
  return stamp.offset !== null && zone === null
    ? `${new Date((instant ?? wall) * 1000).toISOString().slice(11, 19)} UTC`
    : clock;
}
