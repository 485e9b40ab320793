import { type Errno, toErrno } from './errno.ts';

/** An error line's message with what nginx appends to it taken off. */
export interface MessageParts {
  readonly message: string;
  readonly action: string | null;
  readonly errno: Errno | null;
  readonly ssl: string | null;
  readonly inFile: { readonly file: string; readonly line: number } | null;
  /** The message with fewer and fewer suffixes taken off, `message` first: some templates hold an errno or a file themselves. */
  readonly forms: readonly string[];
}

const WHILE = ' while ';
const IN_FILE = / in (\S{1,1024}):(\d{1,7})$/;
/** What `nginx -g` was given. Source: nginx src/core/ngx_conf_file.c ngx_conf_log_error. */
const IN_COMMAND_LINE = ' in command line';
/** The longest action has 56 characters; behind it stands what people add. */
const LONGEST_ACTION = 120;
const BEHIND_ACTION = /[.,;:`'")\]\u2026$]+$|\([a-z_]{2,40}\)$/;
const ZERO = 0x30;
const NINE = 0x39;
const SPACE = 0x20;
const DELETE = 0x7f;
const LONGEST_WORDS = 400;
const CLOSING = 0x29;
const ERRNO_END = /\((\d{1,5}): ?([^()]{0,400}(?:\([^()]{0,40}\)[^()]{0,80})?)\)$/;
const ERRNO_CUT = / \((\d{1,5}): ?([^()]{0,160})$/;
const SSL_START = ' (SSL:';

/** Takes ` while ACTION`, ` in FILE:LINE`, ` (N: text)` and ` (SSL: …)` off a message, from its end.
 * An action counts only when nginx has it, so that a logged header or stderr text can't pose as one.
 * Sources: nginx src/core/ngx_log.c ngx_log_errno, src/core/ngx_conf_file.c ngx_conf_log_error, src/event/ngx_event_openssl.c ngx_ssl_error. */
export function takeSuffixesOff(text: string, isAction: (words: string) => boolean): MessageParts {
  const whole = trimEnd(text);
  const { rest: withoutAction, action } = takeAction(whole, isAction);
  const { rest: withoutPlace, inFile } = takePlace(withoutAction);
  const { rest: withoutErrno, errno } = takeErrno(withoutPlace);
  const { rest: message, ssl } = takeSsl(withoutErrno);
  const forms = [message];
  for (const form of [withoutErrno, withoutPlace, withoutAction, whole])
    if (form.length > (forms[forms.length - 1] ?? '').length) forms.push(form);
  return { message, action, errno, ssl, inFile, forms };
}

/** Most lines end in a letter, a digit or a sign, and looking is cheaper than asking. */
function trimEnd(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last > SPACE && last < DELETE ? text : text.trimEnd();
}

function takeAction(text: string, isAction: (words: string) => boolean): { rest: string; action: string | null } {
  const at = text.lastIndexOf(WHILE);
  if (at < 0 || text.length - at > LONGEST_ACTION) return { rest: text, action: null };
  const said = text.slice(at + WHILE.length);
  const words = isAction(said) ? said : said.replace(BEHIND_ACTION, '');
  return isAction(words) ? { rest: trimEnd(text.slice(0, at)), action: words } : { rest: text, action: null };
}

function takePlace(text: string): Pick<MessageParts, 'inFile'> & { rest: string } {
  if (text.endsWith(IN_COMMAND_LINE)) return { rest: text.slice(0, -IN_COMMAND_LINE.length), inFile: null };
  const end = text.charCodeAt(text.length - 1);
  const found = end >= ZERO && end <= NINE ? IN_FILE.exec(text) : null;
  if (!found) return { rest: text, inFile: null };
  return { rest: text.slice(0, found.index), inFile: { file: found[1] ?? '', line: Number(found[2]) } };
}

function takeErrno(text: string): { rest: string; errno: Errno | null } {
  const open = text.lastIndexOf('(');
  const found = open < 0 ? null : (findPlainErrno(text, open) ?? findErrno(text, open));
  if (!found) return { rest: text, errno: null };
  return { rest: trimEnd(text.slice(0, found.at)), errno: toErrno(found.code, found.words) };
}

interface FoundErrno {
  /** Offset of its parenthesis. */
  readonly at: number;
  readonly code: number;
  readonly words: string;
}

/** What nginx writes nearly always: `(N: text)` at the end, and no parenthesis in the text. */
function findPlainErrno(text: string, open: number): FoundErrno | null {
  const end = text.length - 1;
  const colon = text.indexOf(':', open);
  if (colon - open < 2 || colon - open > 6 || text.indexOf(')', open) !== end) return null;
  let code = 0;
  for (let at = open + 1; at < colon; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return null;
    code = code * 10 + digit;
  }
  const words = text.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1;
  return end - words > LONGEST_WORDS ? null : { at: open, code, words: text.slice(words, end) };
}

function findErrno(text: string, open: number): FoundErrno | null {
  const isClosed = text.charCodeAt(text.length - 1) === CLOSING;
  if (!isClosed && text.indexOf(')', open) >= 0) return null;
  const found = (isClosed ? ERRNO_END : ERRNO_CUT).exec(text);
  return found && { at: found.index, code: Number(found[1]), words: found[2] ?? '' };
}

function takeSsl(text: string): { rest: string; ssl: string | null } {
  const at = text.indexOf(SSL_START);
  if (at < 0) return { rest: text, ssl: null };
  return {
    rest: text.slice(0, at),
    ssl: text
      .slice(at + SSL_START.length)
      .replace(/\)$/, '')
      .trim(),
  };
}
