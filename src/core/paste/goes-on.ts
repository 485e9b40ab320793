import { findContext, mayFollowContext } from '../records/context-tail.ts';
import type { PastedLine } from './pasted-line.ts';
import { hasOwnHead } from './split-glued.ts';
import { continuesTraceback, TRACEBACK_LINE } from './traceback.ts';

const ACCESS_HEAD = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\]/;
const OTHER_START =
  /^(?:```|==> |\d{4}[-/]\d\d[-/]\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|\[\d{4}-|\[\d\d-[A-Z]|\{|[$#] |\w+@\w+|nginx: (?!.*=)|(?:server|location|upstream|http|events) [^:]*\{|(?:server|upstream|client_\w+) ?[^":]{0,200}(?::\d{1,5}[^":]{0,200})?[;{]$|(?:server|http)$)/;
const KEY_START = /^,? ?([a-z][a-z /]{2,30}): ?/;
const LONGEST_WRAPPED = 40;

/** True for a line that another program writes, which nginx's never goes on with. */
export type IsOfAnother = (text: string) => boolean;

/** True when `next` is a piece of the error line that `open` begins. `later` are the lines behind it.
 * A line that another program writes stands for itself, unless it stands inside of something that nginx has begun and that ends on a
 * later line: backends say much through nginx that they also log. */
export function goesOn(
  open: PastedLine,
  next: PastedLine,
  later: () => readonly PastedLine[],
  isOfAnother: IsOfAnother,
): boolean {
  const { text } = next;
  if (open.at.length >= LONGEST_WRAPPED || startsAnew(text)) return false;
  if (!hasOwnHead(open.text)) return goesOnBare(open.text, text);
  if (continuesTraceback(open.text, next) || isNextOfContext(open.text, text)) return true;
  if (!mayGoOn(open, text)) return false;
  return isInside(open.text, text, later) || !(isOfOtherProgram(open, next) || isOfAnother(text));
}

/** Words with which a piece of a message may begin, as wrapping leaves them. */
const OWN_WORD = /^(?:client|server|request|upstream|host|context)\b/;

function mayGoOn(open: PastedLine, text: string): boolean {
  if (TRACEBACK_LINE.test(text)) return true;
  if (OWN_WORD.test(text) && findContext(open.text) === open.text.length) return true;
  return !isCutByNginx(open) && isUnfinished(open, text);
}

const startsAnew = (text: string): boolean => hasOwnHead(text) || ACCESS_HEAD.test(text) || OTHER_START.test(text);

const OPEN_VALUE = /(?:upstream|host|referrer|request): ?(?:"[^"]{0,1000})?$/;

/** The same where the copy missed the line's start: PHP's words up to nginx's, then nginx's context. */
function goesOnBare(open: string, text: string): boolean {
  if (/^PHP message: /.test(open) && !/" while /.test(open)) return true;
  if (!/ client: /.test(open)) return false;
  return isNextOfContext(open, text) || OPEN_VALUE.test(open);
}

/** The action, or a key that nginx writes behind those that are there: it writes each once, in one order. */
function isNextOfContext(open: string, text: string): boolean {
  if (text.startsWith('while ')) return findContext(open) === open.length;
  const key = KEY_START.exec(text)?.[1];
  return key !== undefined && mayFollowContext(open, key);
}

/** Of an errno or of OpenSSL's errors. */
const OPEN_PARENTHESIS = /\([^()]{0,200}$/;

/** A quote or a parenthesis is open. One of the context that no later line closes was cut off by a copy. */
function isInside(open: string, text: string, later: () => readonly PastedLine[]): boolean {
  if (OPEN_PARENTHESIS.test(open)) return true;
  if (!hasOpenQuote(open)) return false;
  return findContext(open) === open.length || closesQuote([text, ...textsBeforeHead(later())]);
}

function textsBeforeHead(lines: readonly PastedLine[]): readonly string[] {
  const texts = lines.slice(0, LONGEST_WRAPPED).map(({ text }) => text);
  const end = texts.findIndex(startsAnew);
  return end < 0 ? texts : texts.slice(0, end);
}

const closesQuote = (texts: readonly string[]): boolean => texts.some(hasOpenQuote);
const hasOpenQuote = (text: string): boolean => text.split('"').length % 2 === 0;

const isOfOtherProgram = (open: PastedLine, { program }: PastedLine): boolean =>
  program !== null && program !== open.program;

/** nginx ends a line at 2,048 bytes, wherever that is; a terminal or a mail program wraps far earlier.
 * Source: nginx src/core/ngx_log.h NGX_MAX_ERROR_STR. */
const isCutByNginx = ({ text, at }: PastedLine): boolean => at.length === 1 && text.length >= 1_900;

/** The name of a call: what was called with, and that it failed, follows. */
const CALL = /\b\w{3,30}\(\)$/;
const BEHIND_CALL = /^(?:"|to |failed )/;
const FAILED = /^failed \(\d/;

const BREAKS_OFF =
  /\s\\$|[,:(]$|\b(?:while|failed|from|to|upstream|client|reading|response|header|connecting|closed|(?<!keepalive )connection|prematurely)$/;

/** A quote is open, or the words break off where nginx never ends a line. */
function isUnfinished({ text, at }: PastedLine, next: string): boolean {
  if (hasOpenQuote(text)) return !text.endsWith('$');
  if (BREAKS_OFF.test(text) || /\(\d{1,5}: [^)]{0,60}$/.test(text)) return true;
  if (FAILED.test(next) || (CALL.test(text) && BEHIND_CALL.test(next))) return true;
  if (!text.includes(', client: ') || text.includes('request: ')) return false;
  return (
    /, [a-z]{1,9}$/.test(text) || (/, server: \S*$/.test(text) && (at.length > 1 || /, [a-z][a-z /]{1,30}:/.test(next)))
  );
}
