import type { Catalogue } from '../identify/catalogue.ts';
import { nameRecord } from '../identify/identify-record.ts';
import type { Context } from '../records/context-tail.ts';
import type { Level } from '../records/error-head.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { takeSuffixesOff } from '../records/message-suffixes.ts';

/** Names the error of a line by what stands between its head and its context, its level, and the upstream of its context as
 * logged (empty where it has none, null without a context): by the entry's id, the format string where no entry claims it, or
 * `unknown`. */
export type NameError = (body: string, level: Level, upstream: string | null) => string;

/** A power of two. */
const SLOTS = 2_048;
const LONGEST_REMEMBERED = 512;

interface Named {
  readonly body: string;
  readonly level: Level;
  /** The upstream's; empty where it has none, null without a context. */
  readonly scheme: string | null;
  readonly name: string;
}

/** Logs repeat themselves: a body that came lately is compared with what it was then, and only others are matched against the
 * templates. Each has one place, by its length and a few of its characters, and the last one that belongs there has it. */
export function createIdentityMemory(catalogue: Catalogue): NameError {
  const memory: (Named | undefined)[] = new Array(SLOTS).fill(undefined);
  return (body, level, upstream) => {
    const scheme = upstream === null ? null : schemeOf(upstream);
    const slot = slotOf(body);
    const known = memory[slot];
    if (known && known.level === level && known.body === body && known.scheme === scheme) return known.name;
    const name = nameRecord(toRecord(body, level, scheme, catalogue), catalogue) ?? 'unknown';
    if (body.length <= LONGEST_REMEMBERED) memory[slot] = { body, level, scheme, name };
    return name;
  };
}

/** With its separator; empty where there is none. */
function schemeOf(upstream: string): string {
  const end = upstream.indexOf('://');
  return end < 0 ? '' : upstream.slice(0, end + 3);
}

function slotOf(body: string): number {
  const { length } = body;
  const sum =
    length * 31 +
    body.charCodeAt(0) * 7 +
    body.charCodeAt(length >> 1) * 17 +
    body.charCodeAt(length >> 2) * 131 +
    body.charCodeAt(length - 1) * 257;
  return sum & (SLOTS - 1);
}

const NO_LINES: readonly number[] = [];
const NO_CONTEXT: Context = { values: new Map(), cut: false };
/** Of identification's view of a context only the upstream's scheme is left, so most lines share one. */
const USUAL_CONTEXTS: ReadonlyMap<string, Context> = new Map(
  ['', 'http://', 'https://', 'fastcgi://', 'uwsgi://', 'grpc://'].map((scheme) => [scheme, toContext(scheme)]),
);

function toContext(scheme: string): Context {
  return { values: new Map([['upstream', scheme]]), cut: false };
}

/** As much of a record as identification looks at. */
function toRecord(body: string, level: Level, scheme: string | null, catalogue: Catalogue): ErrorRecord {
  const { message, forms, action, errno, ssl, inFile } = takeSuffixesOff(body, catalogue.isAction);
  return {
    kind: 'error',
    at: NO_LINES,
    text: body,
    prefix: '',
    time: null,
    level,
    pid: null,
    connection: null,
    message,
    forms,
    action,
    errno,
    ssl,
    inFile,
    context: scheme === null ? NO_CONTEXT : (USUAL_CONTEXTS.get(scheme) ?? toContext(scheme)),
  };
}
