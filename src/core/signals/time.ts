/** Seconds since 1970 of a local time as logs write it, read as if it were UTC: only differences within one log mean anything.
 * Null when the text holds no time that is known: nginx's, combined's, RFC 1123's, ISO 8601, syslog's (which lacks the year, so `year` is taken), PHP's. */
export function toSeconds(text: string, year = 1970): number | null {
  return readNginx(text) ?? readDayFirst(text) ?? readIso(text) ?? readMonthFirst(text, year);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NGINX = /(?:^|[^\d])(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)/;
const DAY_FIRST = /(\d\d)[/ -]([A-Z][a-z]{2})[/ -](\d{4})[: ](\d\d):(\d\d):(\d\d)/;
const ISO = /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)/;
const MONTH_FIRST = /([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?: (\d{4}))?/;

const at = (year: number, month: number, rest: readonly (string | undefined)[]): number => {
  const [day = 1, hour = 0, minute = 0, second = 0] = rest.map(Number);
  return Date.UTC(year, month, day, hour, minute, second) / 1000;
};

function readNginx(text: string): number | null {
  const found = NGINX.exec(text);
  return found ? at(Number(found[1]), Number(found[2]) - 1, found.slice(3, 7)) : null;
}

function readDayFirst(text: string): number | null {
  const found = DAY_FIRST.exec(text);
  const month = MONTHS.indexOf(found?.[2] ?? '');
  return found && month >= 0 ? at(Number(found[3]), month, [found[1], ...found.slice(4, 7)]) : null;
}

function readIso(text: string): number | null {
  const found = ISO.exec(text);
  return found ? at(Number(found[1]), Number(found[2]) - 1, found.slice(3, 7)) : null;
}

function readMonthFirst(text: string, year: number): number | null {
  const found = MONTH_FIRST.exec(text);
  const month = MONTHS.indexOf(found?.[1] ?? '');
  return found && month >= 0 ? at(Number(found[6] ?? year), month, found.slice(2, 6)) : null;
}

const NEAR = 180;
const ZONE_STEP = 1_800;
const WIDEST_ZONE = 14 * 3_600;

const OFFSET = /\d\d:\d\d:\d\d(?:[.,]\d{1,9})? ?(?:Z\b|([+-])(\d\d):?(\d\d)\b)/;

/** The offset from UTC in seconds that stands behind the time in a text; null where none does. */
export function toOffset(text: string): number | null {
  const found = OFFSET.exec(text);
  if (!found) return null;
  const seconds = Number(found[2] ?? 0) * 3_600 + Number(found[3] ?? 0) * 60;
  return found[1] === '-' ? -seconds : seconds;
}

/** True when two times, as they stand, are within three minutes. */
export const areTogether = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR;

/** True when two times are within three minutes, or would be if one log wrote another time zone (whole half hours). */
export function areNear(a: number, b: number): boolean {
  const distance = Math.abs(a - b);
  const beyond = distance % ZONE_STEP;
  return distance <= WIDEST_ZONE + NEAR && Math.min(beyond, ZONE_STEP - beyond) <= NEAR;
}
