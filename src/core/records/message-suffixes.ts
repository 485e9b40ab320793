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
const IN_COMMAND_LINE = / in command line$/;
/** The copy ended before the file's name. */
const IN_CUT = / in$/;
const ERRNO_END = /\((\d{1,5}): ?([^()]{0,400}(?:\([^()]{0,40}\)[^()]{0,80})?)\)$/;
const ERRNO_CUT = / \((\d{1,5}): ?([^()]{0,160})$/;
const SSL_START = ' (SSL:';

/** Takes ` while ACTION`, ` in FILE:LINE`, ` (N: text)` and ` (SSL: …)` off a message, from its end.
 * An action counts only when nginx has it, so that a logged header or stderr text can't pose as one.
 * Sources: nginx src/core/ngx_log.c ngx_log_errno, src/core/ngx_conf_file.c ngx_conf_log_error, src/event/ngx_event_openssl.c ngx_ssl_error. */
export function takeSuffixesOff(text: string, isAction: (words: string) => boolean): MessageParts {
  const { rest: withoutAction, action } = takeAction(text.trimEnd(), isAction);
  const place = IN_FILE.exec(withoutAction) ?? IN_COMMAND_LINE.exec(withoutAction) ?? IN_CUT.exec(withoutAction);
  const withoutPlace = place ? withoutAction.slice(0, place.index) : withoutAction;
  const { rest: withoutErrno, errno } = takeErrno(withoutPlace);
  const { rest: message, ssl } = takeSsl(withoutErrno);
  return {
    message,
    action,
    errno,
    ssl,
    inFile: place?.[1] === undefined ? null : { file: place[1], line: Number(place[2]) },
    forms: [...new Set([message, withoutErrno, withoutPlace, withoutAction, text.trimEnd()])],
  };
}

function takeAction(text: string, isAction: (words: string) => boolean): { rest: string; action: string | null } {
  const at = text.lastIndexOf(WHILE);
  if (at < 0) return { rest: text, action: null };
  const words = text.slice(at + WHILE.length).replace(/[.,;:`'")\]\u2026$]+$|\([a-z_]{2,40}\)$/, '');
  return isAction(words) ? { rest: text.slice(0, at).trimEnd(), action: words } : { rest: text, action: null };
}

function takeErrno(text: string): { rest: string; errno: Errno | null } {
  const found = ERRNO_END.exec(text) ?? ERRNO_CUT.exec(text);
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
