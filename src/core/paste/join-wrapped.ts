import type { PastedLine } from './pasted-line.ts';
import { findOwnHead } from './split-glued.ts';
import { continuesTraceback } from './traceback.ts';

const ACCESS_HEAD = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\]/;
const TAIL_KEY = /^,? ?(?:client|server|request|subrequest|upstream|host|referrer|while|context)\b/;
const WORD_START = /^(?:while|HTTP\/|client:|server:|request:|upstream:|host:|referrer:|failed|to |from )/;
const TRACEBACK =
  /^(?:stack traceback:|coroutine \d+:|\[(?:C|string|builtin)|\/?[\w./-]+\.lua:\d+: in |in (?:main|function)|\.\.\.)/;
const OTHER_START =
  /^(?:```|==> |\d{4}[-/]\d\d[-/]\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|\[\d{4}-|\[\d\d-[A-Z]|\{|[$#] |\w+@\w+|nginx: (?!.*=)|(?:server|location|upstream|http|events) [^:]*\{|(?:server|upstream|client_\w+) ?[^":]{0,200}(?::\d{1,5}[^":]{0,200})?[;{]$|(?:server|http)$)/;
const LONGEST_WRAPPED = 40;

/** Joins the pieces of error lines that a terminal, a mail program or a chat wrapped. Each record keeps its line numbers. */
export function joinWrapped(lines: readonly PastedLine[]): readonly PastedLine[] {
  const width = widest(lines);
  const joined: PastedLine[] = [];
  for (const line of lines) {
    const open = joined.at(-1);
    if (open && continues(open, line)) {
      joined[joined.length - 1] = {
        ...open,
        text: open.text + separator(open.text, line, width) + line.text,
        at: [...open.at, ...line.at.filter((number) => !open.at.includes(number))],
      };
    } else joined.push(line);
  }
  return joined;
}

const widest = (lines: readonly PastedLine[]): number =>
  lines.reduce((most, line) => Math.max(most, line.text.length), 0);

function continues(open: PastedLine, next: PastedLine): boolean {
  const { text } = next;
  if (open.at.length >= LONGEST_WRAPPED) return false;
  if (!findOwnHead(open.text)) return continuesBare(open.text, text);
  if (findOwnHead(text) || ACCESS_HEAD.test(text) || OTHER_START.test(text)) return false;
  if (TRACEBACK.test(text) || TAIL_KEY.test(text) || continuesTraceback(open.text, next)) return true;
  return !isCutByNginx(open) && isUnfinished(open.text);
}

/** The same where the copy missed the line's start: PHP's words up to nginx's, then nginx's context. */
function continuesBare(open: string, text: string): boolean {
  if (findOwnHead(text) || ACCESS_HEAD.test(text) || OTHER_START.test(text)) return false;
  if (/^PHP message: /.test(open) && !/" while /.test(open)) return true;
  return / client: /.test(open) && (TAIL_KEY.test(text) || /(?:upstream|host|referrer|request): ?$/.test(open));
}

/** nginx ends a line at 2,048 bytes, wherever that is; a terminal or a mail program wraps far earlier.
 * Source: nginx src/core/ngx_log.h NGX_MAX_ERROR_STR. */
const isCutByNginx = ({ text, at }: PastedLine): boolean => at.length === 1 && text.length >= 1_900;

/** A quote is open, or the words break off where nginx never ends a line. */
function isUnfinished(text: string): boolean {
  const quotes = text.split('"').length - 1;
  if (quotes % 2 === 1) return !text.endsWith('$');
  if (
    /[,:(]$|\b(?:while|failed|from|to|upstream|client|reading|response|header|connecting|closed|connection|prematurely)$/.test(
      text,
    )
  )
    return true;
  return (
    /\(\d{1,5}: [^)]{0,60}$/.test(text) ||
    (text.includes(', client: ') && /, (?:server: \S*|[a-z]{1,9})$/.test(text) && !text.includes('request: '))
  );
}

/** Nothing where a terminal cut at its width, a space where a program wrapped at a word. */
function separator(before: string, { text: next, prefix }: PastedLine, width: number): string {
  if (/^\s+$/.test(prefix) || TRACEBACK.test(next) || /[,:)]$/.test(before) || WORD_START.test(next)) return ' ';
  if (before.split('"').length % 2 === 0)
    return /^HTTP\//.test(next) || (/ \w{0,12}$/.test(before) && before.length < width) ? ' ' : '';
  return before.length >= Math.min(width, 76) && before.length >= width - 2 ? '' : ' ';
}
