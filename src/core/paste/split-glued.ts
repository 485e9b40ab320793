import { type ErrorHead, findErrorHead } from '../records/error-head.ts';
import { readUsualHead } from '../records/usual-head.ts';

/** The first head that stands outside quotes: one inside them was written by a client, into a URI or a Referer. */
export function findOwnHead(text: string, from = 0): ErrorHead | null {
  for (let head = findErrorHead(text, from); head; head = findErrorHead(text, head.end)) {
    if (!isInsideQuotes(text, from, head.start)) return head;
  }
  return null;
}

/** True for a line of nginx's error log, whatever stands before its head. */
export function hasOwnHead(text: string): boolean {
  return readUsualHead(text) !== null || findOwnHead(text) !== null;
}

/** What people put around a line that they quote. */
const QUOTING = /^[\s"'`>]*/;

function isInsideQuotes(text: string, from: number, to: number): boolean {
  let inside = false;
  const start = from === 0 ? (QUOTING.exec(text)?.[0].length ?? 0) : from;
  for (let quote = text.indexOf('"', start); quote >= 0 && quote < to; quote = text.indexOf('"', quote + 1)) {
    inside = !inside;
  }
  return inside;
}

/** Splits error lines that a copy glued into one. What stands before the first head stays with it. */
export function splitGlued(text: string): readonly string[] {
  const first = readUsualHead(text) ?? findOwnHead(text);
  if (!first) return splitAtVerdict(text);
  const pieces: string[] = [];
  let start = 0;
  for (let head = findOwnHead(text, first.end); head; head = findOwnHead(text, head.end)) {
    pieces.push(text.slice(start, head.start).trimEnd());
    start = head.start;
  }
  pieces.push(text.slice(start));
  return pieces.flatMap(splitAtVerdict);
}

/** What `nginx -t` says last has no head. Source: nginx src/core/nginx.c main. */
const VERDICT = / (?=nginx: (?:the )?configuration file \S)/;

function splitAtVerdict(text: string): readonly string[] {
  const at = text.includes(' file ') ? VERDICT.exec(text)?.index : undefined;
  return at === undefined || isInsideQuotes(text, 0, at) ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
