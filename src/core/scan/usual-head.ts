/** Offset of the message in a line that starts with nginx's usual head, `YYYY/MM/DD HH:MM:SS [level] pid#tid: *connection `;
 * -1 for any other line. Agrees with `parseErrorHeadAt(line, 0)`, without a regular expression.
 * Source: nginx src/core/ngx_log.c ngx_log_error_core. */
export function usualHeadEnd(line: string): number {
  if (line.charCodeAt(20) !== BRACKET || line.charCodeAt(4) !== SLASH || line.charCodeAt(7) !== SLASH) return -1;
  if (line.charCodeAt(10) !== SPACE || line.charCodeAt(13) !== COLON || line.charCodeAt(16) !== COLON) return -1;
  for (const at of DIGITS) if (!isDigit(line.charCodeAt(at))) return -1;
  const close = line.indexOf('] ', 21);
  if (close < 25 || close > 27 || !LEVEL_NAMES.has(line.slice(21, close))) return -1;
  return skipConnection(line, skipProcess(line, close + 2));
}

const BRACKET = 0x5b;
const SLASH = 0x2f;
const SPACE = 0x20;
const COLON = 0x3a;
const HASH = 0x23;
const STAR = 0x2a;
const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];
const LEVEL_NAMES: ReadonlySet<string> = new Set([
  'emerg',
  'alert',
  'crit',
  'error',
  'warn',
  'notice',
  'info',
  'debug',
]);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function skipDigits(line: string, from: number): number {
  let at = from;
  while (isDigit(line.charCodeAt(at))) at += 1;
  return at;
}

/** `pid#tid: `; where it is missing the message starts at once. */
function skipProcess(line: string, from: number): number {
  const hash = skipDigits(line, from);
  if (hash === from || line.charCodeAt(hash) !== HASH) return from;
  const colon = skipDigits(line, hash + 1);
  if (colon === hash + 1 || line.charCodeAt(colon) !== COLON) return from;
  return line.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1;
}

/** `*connection `. */
function skipConnection(line: string, from: number): number {
  if (line.charCodeAt(from) !== STAR) return from;
  const space = skipDigits(line, from + 1);
  return space > from + 1 && line.charCodeAt(space) === SPACE ? space + 1 : from;
}
