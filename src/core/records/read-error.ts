import type { PastedLine } from '../paste/pasted-line.ts';
import { findOwnHead } from '../paste/split-glued.ts';
import { findContext, readContext } from './context-tail.ts';
import { LEVELS, type Level } from './error-head.ts';
import type { ErrorRecord } from './log-record.ts';
import { takeSuffixesOff } from './message-suffixes.ts';

/** Longer messages are cut before they are looked at; nginx itself cuts at 2,048 bytes, lua tracebacks may be longer. */
const LONGEST_MESSAGE = 16_384;
const BARE_LEVEL = /^(?:nginx: )?\[([a-z]{4,6})\]:? /;
const STANDARD_ERROR = /^nginx: (?=\S)/;
const WRAPPING = /^["'`*_\s]+|["'`*_\s]+$/g;

/** Reads one line of nginx's error log, whatever stands before its head; null when the line has no head.
 * `isAction` knows nginx's words after "while ". */
export function readErrorLine(line: PastedLine, isAction: (words: string) => boolean): ErrorRecord | null {
  const head = findOwnHead(line.text);
  if (!head) return null;
  const { time, level, pid, connection } = head;
  return toRecord(line, line.text.slice(head.end), { time, level, pid, connection }, isAction);
}

/** Reads a line of which only the message was pasted: `[emerg] …`, `nginx: …`, or bare words between quotes.
 * It is a candidate only: whoever asks must find a template that fits the whole of it. */
export function readBareMessage(line: PastedLine, isAction: (words: string) => boolean): ErrorRecord {
  const text = line.text.replace(WRAPPING, '');
  const named = BARE_LEVEL.exec(text);
  const level = LEVELS.find((known) => known === named?.[1]) ?? null;
  const start = named && level ? named[0].length : (STANDARD_ERROR.exec(text)?.[0].length ?? 0);
  return toRecord(line, text.slice(start), { time: null, level, pid: null, connection: null }, isAction);
}

interface Head {
  readonly time: string | null;
  readonly level: Level | null;
  readonly pid: number | null;
  readonly connection: number | null;
}

function toRecord(line: PastedLine, body: string, head: Head, isAction: (words: string) => boolean): ErrorRecord {
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
