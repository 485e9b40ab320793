import type { PastedLine } from '../paste/pasted-line.ts';
import { findOwnHead } from '../paste/split-glued.ts';
import { findContext, readContext } from './context-tail.ts';
import { parseControllerHead } from './controller-head.ts';
import { LEVELS, type Level } from './error-head.ts';
import type { Author, ErrorRecord } from './log-record.ts';
import { takeSuffixesOff } from './message-suffixes.ts';

/** Longer messages are cut before they are looked at; nginx itself cuts at 2,048 bytes, lua tracebacks may be longer. */
const LONGEST_MESSAGE = 16_384;
/** Who writes where `#1` becomes a link, masks or escapes the sign. */
const BARE_HEAD = /^(?:[Nn]ginx:? )?(?:\[?([a-z]{4,6})\]:? )?(?:(\d{1,10})(?:\\?#|-)\d{1,20}: ?)?(?:\\?\*(\d{1,20}) )?/;

/** Reads one line of nginx's error log, whatever stands before its head; null when the line has no head.
 * `isAction` knows nginx's words after "while ". */
export function readErrorLine(line: PastedLine, isAction: (words: string) => boolean): ErrorRecord | null {
  const head = findOwnHead(line.text);
  if (!head) return null;
  const { time, level, pid, connection } = head;
  const quote = /(["'`])\s*$/.exec(line.text.slice(0, head.start))?.[1];
  const body = line.text.slice(head.end);
  return toRecord(
    line,
    quote !== undefined && body.endsWith(quote) ? body.slice(0, -1) : body,
    { author: 'nginx', time, level, pid, connection },
    isAction,
  );
}

/** Reads a line that may be one of ingress-nginx's controller; null when it has no such head. It is a candidate only: every program
 * of a cluster writes such heads. Their time has no year, so it stays null. */
export function readControllerLine(line: PastedLine, isAction: (words: string) => boolean): ErrorRecord | null {
  const head = parseControllerHead(line.text);
  if (!head) return null;
  const { level, pid, end } = head;
  return toRecord(
    line,
    line.text.slice(end),
    { author: 'ingress-nginx', time: null, level, pid, connection: null },
    isAction,
  );
}

/** Reads a line of which only the message was pasted: `[emerg] …`, `nginx: …`, `58#58: *1 …`, or bare words.
 * It is a candidate only: whoever asks must find a template that fits the whole of it. */
export function readBareMessage(line: PastedLine, isAction: (words: string) => boolean): ErrorRecord {
  const text = line.text.trim();
  const head = BARE_HEAD.exec(text);
  const level = LEVELS.find((known) => known === head?.[1]) ?? null;
  const body = withoutLostStart(head?.[1] === undefined || level ? text.slice(head?.[0].length ?? 0) : text);
  return toRecord(
    line,
    body,
    { author: null, time: null, level, pid: toNumber(head?.[2]), connection: toNumber(head?.[3]) },
    isAction,
  );
}

const toNumber = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

const STDERR_TEXT = /^(?:PHP message: |Primary script unknown)/;

/** PHP's words in FastCGI's stderr are often copied without nginx's words in front of them. */
function withoutLostStart(body: string): string {
  return STDERR_TEXT.test(body) && body.includes('" while ') ? `FastCGI sent in stderr: "${body}` : body;
}

/** Who blanks out the client's address sometimes takes the comma before it, too. */
const LOST_COMMA = /(?<!, udp)( client: ?[^,"]{0,60}, server:)/;

interface Head {
  readonly author: Author | null;
  readonly time: string | null;
  readonly level: Level | null;
  readonly pid: number | null;
  readonly connection: number | null;
}

function toRecord(line: PastedLine, raw: string, head: Head, isAction: (words: string) => boolean): ErrorRecord {
  const body = raw.includes(', client:') ? raw : raw.replace(LOST_COMMA, ',$1');
  const contextAt = findContext(body);
  const parts = takeSuffixesOff(body.slice(0, Math.min(contextAt, LONGEST_MESSAGE)), isAction);
  return {
    kind: 'error',
    at: line.at,
    text: line.text,
    prefix: line.prefix,
    ...head,
    ...parts,
    context: readContext(body, contextAt),
  };
}
