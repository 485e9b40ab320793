import { LEVELS, type Level } from './error-head.ts';

/** What a line of nginx's error log starts with. */
export interface LineStart {
  readonly level: Level;
  /** Offset of the time, `YYYY/MM/DD HH:MM:SS`; negative where it was not logged. */
  readonly timeAt: number;
  /** Offset of the message. */
  readonly end: number;
}

/** Reads the usual head, `YYYY/MM/DD HH:MM:SS [level] pid#tid: *connection `, at the start of a line; null for any other line. Agrees with `parseErrorHeadAt(line, 0)`, without a regular
 * expression. Source: nginx src/core/ngx_log.c ngx_log_error_core. */
export function readUsualHead(line: string): LineStart | null {
  if (line.charCodeAt(20) !== BRACKET || line.charCodeAt(4) !== SLASH || line.charCodeAt(7) !== SLASH) return null;
  if (line.charCodeAt(10) !== SPACE || line.charCodeAt(13) !== COLON || line.charCodeAt(16) !== COLON) return null;
  if (!hasDigits(line)) return null;
  if (line.charCodeAt(19) !== SPACE) return null;
  const level = levelAt(line, 21);
  if (level === null) return null;
  return { level, timeAt: 0, end: skipConnection(line, skipProcess(line, 21 + level.length + 2)) };
}

const BRACKET = 0x5b;
const SLASH = 0x2f;
const SPACE = 0x20;
const COLON = 0x3a;
const HASH = 0x23;
const STAR = 0x2a;
/** In digits, as `parseErrorHeadAt` takes them. */
const LONGEST_PROCESS = 10;
const LONGEST_NUMBER = 20;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** The date and the time; written out, as a loop takes twice the time. */
function hasDigits(line: string): boolean {
  return (
    isDigit(line.charCodeAt(0)) &&
    isDigit(line.charCodeAt(1)) &&
    isDigit(line.charCodeAt(2)) &&
    isDigit(line.charCodeAt(3)) &&
    isDigit(line.charCodeAt(5)) &&
    isDigit(line.charCodeAt(6)) &&
    isDigit(line.charCodeAt(8)) &&
    isDigit(line.charCodeAt(9)) &&
    isDigit(line.charCodeAt(11)) &&
    isDigit(line.charCodeAt(12)) &&
    isDigit(line.charCodeAt(14)) &&
    isDigit(line.charCodeAt(15)) &&
    isDigit(line.charCodeAt(17)) &&
    isDigit(line.charCodeAt(18))
  );
}

/** Levels by their first two letters, which tell all of them apart. */
const BY_LETTERS: ReadonlyMap<number, Level> = new Map(LEVELS.map((level) => [lettersAt(level, 0), level]));

function lettersAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 8) | text.charCodeAt(at + 1);
}

function levelAt(line: string, at: number): Level | null {
  const level = BY_LETTERS.get(lettersAt(line, at));
  return level !== undefined && line.startsWith(level, at) && line.startsWith('] ', at + level.length) ? level : null;
}

function skipDigits(line: string, from: number): number {
  let at = from;
  while (isDigit(line.charCodeAt(at))) at += 1;
  return at;
}

/** `pid#tid: `; where it is missing the message starts at once. */
function skipProcess(line: string, from: number): number {
  const hash = skipDigits(line, from);
  if (hash === from || hash - from > LONGEST_PROCESS || line.charCodeAt(hash) !== HASH) return from;
  const colon = skipDigits(line, hash + 1);
  if (colon === hash + 1 || colon - hash - 1 > LONGEST_NUMBER || line.charCodeAt(colon) !== COLON) return from;
  return line.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1;
}

/** `*connection `. */
function skipConnection(line: string, from: number): number {
  if (line.charCodeAt(from) !== STAR) return from;
  const space = skipDigits(line, from + 1);
  if (space === from + 1 || space - from - 1 > LONGEST_NUMBER) return from;
  return line.charCodeAt(space) === SPACE ? space + 1 : from;
}
