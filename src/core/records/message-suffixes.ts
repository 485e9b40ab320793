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
const CLOSING = 0x29;
const ERRNO_END = /\((\d{1,5}): ?([^()]{0,400}(?:\([^()]{0,40}\)[^()]{0,80})?)\)$/;
const ERRNO_CUT = / \((\d{1,5}): ?([^()]{0,160})$/;
const SSL_START = ' (SSL:';

/** Takes ` while ACTION`, ` in FILE:LINE`, ` (N: text)` and ` (SSL: …)` off a message, from its end.
 * An action counts only when nginx has it, so that a logged header or stderr text can't pose as one.
 * Sources: nginx src/core/ngx_log.c ngx_log_errno, src/core/ngx_conf_file.c ngx_conf_log_error, src/event/ngx_event_openssl.c ngx_ssl_error. */
export function takeSuffixesOff(text: string, isAction: (words: string) => boolean): MessageParts {
  const whole = text.trimEnd();
  const { rest: withoutAction, action } = takeAction(whole, isAction);
  const { rest: withoutPlace, inFile } = takePlace(withoutAction);
  const { rest: withoutErrno, errno } = takeErrno(withoutPlace);
  const { rest: message, ssl } = takeSsl(withoutErrno);
  const isBare = message.length === whole.length;
  const forms = isBare ? [message] : [...new Set([message, withoutErrno, withoutPlace, withoutAction, whole])];
  return { message, action, errno, ssl, inFile, forms };
}

function takeAction(text: string, isAction: (words: string) => boolean): { rest: string; action: string | null } {
  const at = text.lastIndexOf(WHILE);
  if (at < 0 || text.length - at > LONGEST_ACTION) return { rest: text, action: null };
  const said = text.slice(at + WHILE.length);
  const words = isAction(said) ? said : said.replace(BEHIND_ACTION, '');
  return isAction(words) ? { rest: text.slice(0, at).trimEnd(), action: words } : { rest: text, action: null };
}

function takePlace(text: string): Pick<MessageParts, 'inFile'> & { rest: string } {
  if (text.endsWith(IN_COMMAND_LINE)) return { rest: text.slice(0, -IN_COMMAND_LINE.length), inFile: null };
  const end = text.charCodeAt(text.length - 1);
  const found = end >= ZERO && end <= NINE ? IN_FILE.exec(text) : null;
  if (!found) return { rest: text, inFile: null };
  return { rest: text.slice(0, found.index), inFile: { file: found[1] ?? '', line: Number(found[2]) } };
}

/** A regular expression would look for the parenthesis from every one that opens; most messages have none at their end. */
function takeErrno(text: string): { rest: string; errno: Errno | null } {
  const isClosed = text.charCodeAt(text.length - 1) === CLOSING;
  const isCut = !isClosed && text.lastIndexOf('(') > text.lastIndexOf(')');
  const found = isClosed ? ERRNO_END.exec(text) : isCut ? ERRNO_CUT.exec(text) : null;
  if (!found) return { rest: text, errno: null };
  return { rest: text.slice(0, found.index).trimEnd(), errno: toErrno(Number(found[1]), found[2] ?? '') };
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
