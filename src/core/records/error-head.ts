/** The severities of nginx's error_log, most severe first. Source: nginx src/core/ngx_log.c err_levels. */
export const LEVELS = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'] as const;
export type Level = (typeof LEVELS)[number];

const ROUTINE: ReadonlySet<Level> = new Set(['notice', 'info', 'debug']);

/** True for the levels of what goes as it should. */
export const isRoutine = (level: Level): boolean => ROUTINE.has(level);

/** What stands before the message of an error line.
 * Source: nginx src/core/ngx_log.c ngx_log_error_core (time, level, `pid#tid:`, `*connection`). */
export interface ErrorHead {
  /** Offset of the head's first character in the text that was searched. */
  readonly start: number;
  /** Offset of the first character of the message. */
  readonly end: number;
  /** Local time as nginx wrote it, `YYYY/MM/DD HH:MM:SS`; null for lines to stderr before the log is open. */
  readonly time: string | null;
  readonly level: Level;
  readonly pid: number | null;
  readonly tid: number | null;
  /** nginx's connection counter, the number after `*`; null outside a connection. */
  readonly connection: number | null;
}

const LEVEL_NAMES: ReadonlySet<string> = new Set(LEVELS);
const isLevel = (name: string): name is Level => LEVEL_NAMES.has(name);

// Each is sticky and has no nested quantifier, so a try at one offset costs a bounded number of steps.
const DATED = /(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[([a-z]{4,6})\] (?:(\d{1,10})#(\d{1,20}): ?)?(?:\*(\d{1,20}) )?/y;
const UNDATED = /\[([a-z]{4,6})\] (?:(\d{1,10})#(\d{1,20}): ?)(?:\*(\d{1,20}) )?/y;
/** Angie calls itself so; freenginx and the others end in nginx's name. */
const STDERR = /(?:nginx|angie): \[([a-z]{4,6})\] /y;

const numberOrNull = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

/** The head that starts exactly at `start`, or null. `start` is where a digit, `[` or the program's name stands. */
export function parseErrorHeadAt(text: string, start: number): ErrorHead | null {
  DATED.lastIndex = start;
  const dated = DATED.exec(text);
  if (dated) return toHead(start, DATED.lastIndex, dated[1] ?? null, dated.slice(2));
  UNDATED.lastIndex = start;
  const undated = UNDATED.exec(text);
  if (undated) return toHead(start, UNDATED.lastIndex, null, undated.slice(1));
  STDERR.lastIndex = start;
  const stderr = STDERR.exec(text);
  if (stderr) return toHead(start, STDERR.lastIndex, null, stderr.slice(1));
  return null;
}

function toHead(start: number, end: number, time: string | null, parts: (string | undefined)[]): ErrorHead | null {
  const [level = '', pid, tid, connection] = parts;
  if (!isLevel(level)) return null;
  return {
    start,
    end,
    time,
    level,
    pid: numberOrNull(pid),
    tid: numberOrNull(tid),
    connection: numberOrNull(connection),
  };
}

const CLOSE = 0x5d;
const FIRST_LETTER = 0x61;
const LAST_LETTER = 0x7a;

/** Levels have four to six letters; looking costs less than trying three expressions. */
function mayBeLevel(text: string, bracket: number): boolean {
  const letter = text.charCodeAt(bracket + 1);
  if (letter < FIRST_LETTER || letter > LAST_LETTER) return false;
  return (
    text.charCodeAt(bracket + 5) === CLOSE ||
    text.charCodeAt(bracket + 6) === CLOSE ||
    text.charCodeAt(bracket + 7) === CLOSE
  );
}

/** The first head at or after `from`, whatever envelope (syslog, docker, a prompt) stands before it; null if none. */
export function findErrorHead(text: string, from = 0): ErrorHead | null {
  for (let bracket = text.indexOf('[', from); bracket >= 0; bracket = text.indexOf('[', bracket + 1)) {
    if (!mayBeLevel(text, bracket)) continue;
    const head =
      parseErrorHeadAt(text, Math.max(from, bracket - 20)) ??
      parseErrorHeadAt(text, Math.max(from, bracket - 7)) ??
      parseErrorHeadAt(text, bracket);
    if (head) return head;
  }
  return null;
}
