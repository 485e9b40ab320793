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
/** A chat puts a space before the number, lest `:2` become a face. */
const IN_FILE = / in (\S{1,1024}): ?(\d{1,7})$/;
/** The copy ended before the line's number. */
const IN_FILE_CUT = / in \S{1,1024}:$/;
/** What `nginx -g` was given. Source: nginx src/core/ngx_conf_file.c ngx_conf_log_error. */
const IN_COMMAND_LINE = ' in command line';
/** The copy ended before the file's name. */
const IN_CUT = ' in';
/** The longest action has 56 characters; behind it stands what people add. */
const LONGEST_ACTION = 120;
const BEHIND_ACTION = /[.,;:`'"\]\u2026$]+$/;
/** A module that connects for itself says so: `connecting to upstream(proxy_connect)`. */
const BY_MODULE = /\([a-z_]{2,40}\)$/;
const PARENTHESIS = /\)[.,;:`'"\]\u2026$]*$/;
const ZERO = 0x30;
const NINE = 0x39;
const SPACE = 0x20;
const COLON = 0x3a;
const DELETE = 0x7f;
const LONGEST_WORDS = 400;
const CLOSING = 0x29;
/** Windows' errors without a text come as `(10060: FormatMessage() error:(15105))`. Source: nginx src/os/win32/ngx_errno.c ngx_strerror. */
const ERRNO_END = /\((\d{1,5}): ?([^()]{0,400}(?:\([^()]{0,40}\)[^()]{0,80}){0,2})\)$/;
const ERRNO_CUT = / \((\d{1,5}): ?([^()]{0,160})$/;
const SSL_START = ' (SSL:';

/** Takes ` while ACTION`, ` in FILE:LINE`, ` (N: text)` and ` (SSL: …)` off a message, from its end.
 * An action counts only when nginx has it, so that a logged header or stderr text can't pose as one.
 * Sources: nginx src/core/ngx_log.c ngx_log_errno, src/core/ngx_conf_file.c ngx_conf_log_error, src/event/ngx_event_openssl.c ngx_ssl_error. */
export function takeSuffixesOff(text: string, isAction: (words: string) => boolean): MessageParts {
  const whole = trimEnd(text);
  const action = findAction(whole, isAction);
  const withoutAction = action === null ? whole : trimEnd(whole.slice(0, whole.lastIndexOf(WHILE)));
  const place = findPlace(withoutAction);
  const withoutPlace = place === null ? withoutAction : withoutAction.slice(0, place.at);
  const found = findErrno(withoutPlace);
  const withoutErrno = found === null ? withoutPlace : trimEnd(withoutPlace.slice(0, found.at));
  const sslAt = withoutErrno.indexOf(SSL_START);
  const message = sslAt < 0 ? withoutErrno : withoutErrno.slice(0, sslAt);
  return {
    message,
    action,
    errno: found === null ? null : toErrno(found.code, found.words),
    ssl: sslAt < 0 ? null : readSsl(withoutErrno.slice(sslAt + SSL_START.length)),
    inFile: place === null ? null : place.inFile,
    forms: toForms(message, withoutErrno, withoutPlace, withoutAction, whole),
  };
}

/** Each has more than the one before, or the same. */
function toForms(message: string, ...longer: readonly string[]): readonly string[] {
  const forms = [message];
  for (const form of longer) if (form.length > (forms[forms.length - 1] ?? '').length) forms.push(form);
  return forms;
}

/** Most lines end in a letter, a digit or a sign, and looking is cheaper than asking. */
function trimEnd(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last > SPACE && last < DELETE ? text : text.trimEnd();
}

/** The words after the last "while ", where they are an action of nginx's. */
function findAction(text: string, isAction: (words: string) => boolean): string | null {
  const at = text.lastIndexOf(WHILE);
  if (at < 0 || text.length - at > LONGEST_ACTION) return null;
  const said = text.slice(at + WHILE.length);
  if (isAction(said)) return said;
  const words = said.replace(BEHIND_ACTION, '');
  return [words, words.replace(BY_MODULE, ''), said.replace(PARENTHESIS, '')].find(isAction) ?? null;
}

interface Place {
  readonly at: number;
  readonly inFile: MessageParts['inFile'];
}

function findPlace(text: string): Place | null {
  const end = text.charCodeAt(text.length - 1);
  if (end >= ZERO && end <= NINE) {
    const found = IN_FILE.exec(text);
    return found && { at: found.index, inFile: { file: found[1] ?? '', line: Number(found[2]) } };
  }
  if (end === COLON) {
    const cut = IN_FILE_CUT.exec(text);
    if (cut) return { at: cut.index, inFile: null };
  }
  for (const words of [IN_COMMAND_LINE, IN_CUT])
    if (text.endsWith(words)) return { at: text.length - words.length, inFile: null };
  return null;
}

function findErrno(text: string): FoundErrno | null {
  const open = text.lastIndexOf('(');
  return open < 0 ? null : (findPlainErrno(text, open) ?? findAnyErrno(text, open));
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

/** Its words may have parentheses, or miss their end. */
function findAnyErrno(text: string, open: number): FoundErrno | null {
  const isClosed = text.charCodeAt(text.length - 1) === CLOSING;
  if (!isClosed && text.indexOf(')', open) >= 0) return null;
  const found = (isClosed ? ERRNO_END : ERRNO_CUT).exec(text);
  return found && { at: found.index, code: Number(found[1]), words: found[2] ?? '' };
}

const readSsl = (words: string): string => words.replace(/\)$/, '').trim();
