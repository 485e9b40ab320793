import type { Catalogue } from '../identify/catalogue.ts';
import { MOST_LINES, type Tally } from '../identify/finding.ts';
import { type Identified, identifyRecord } from '../identify/identify-record.ts';
import { parseJsonTexts } from '../paste/json-texts.ts';
import { findOwnHead } from '../paste/split-glued.ts';
import { findContext } from '../records/context-tail.ts';
import { type ErrorHead, parseErrorHeadAt } from '../records/error-head.ts';
import { takeSuffixesOff } from '../records/message-suffixes.ts';
import type { CompanionMatch } from '../records/read-records.ts';
import { copy, createBoundedMap } from './bounded-map.ts';
import { readRoute, routeAddress } from './read-route.ts';

/** A line that the answer is made from. */
export interface KeptLine {
  /** 1-based number in the file. */
  readonly number: number;
  readonly text: string;
}

/** What a whole log came down to. */
export interface Scan {
  /** The first lines of every error, of every companion and of every access status, in the order of the file. */
  readonly kept: readonly KeptLine[];
  /** Counts over all lines, by the key of the first kept line's finding. */
  readonly tallies: readonly { readonly first: KeptLine; readonly tally: Tally }[];
  readonly totals: { readonly lines: number; readonly errors: number; readonly access: number };
  /** What the bounds left out, in lines: never silently. */
  readonly leftOut: number;
}

/** Takes a log line by line and keeps a bounded summary of it. */
export interface LogScanner {
  /** One line without its line feed. */
  readonly add: (line: string) => void;
  readonly finish: () => Scan;
}

const MOST_GROUPS = 2_000;
const MOST_KEPT = 40;
const MOST_KEPT_ACCESS = 60;
const MOST_MEMORISED = 4_096;
const LONGEST_LINE = 65_536;
const LONGEST_JOINED = 16_384;
const ACCESS_TIME = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:/y;
const STATUS = /" (\d{3}) /;

interface Group {
  count: number;
  firstAt: string | null;
  lastAt: string | null;
  readonly lines: number[];
  readonly kept: KeptLine[];
}

/** Creates a scanner. `matchCompanion` knows other programs' lines. */
export function createLogScanner(
  catalogue: Catalogue,
  matchCompanion: (text: string) => readonly CompanionMatch[],
): LogScanner {
  const groups = createBoundedMap<Group>(MOST_GROUPS);
  const identities = new Map<string, string>();
  const totals = { lines: 0, errors: 0, access: 0 };
  let pending: { text: string; readonly number: number; readonly head: ErrorHead } | null = null;

  const tally = (key: string, most: number, line: KeptLine, time: string | null): void => {
    let group = groups.get(key);
    if (!group) {
      group = { count: 0, firstAt: time, lastAt: time, lines: [], kept: [] };
      if (!groups.set(key, group)) return;
    }
    group.count += 1;
    if (time !== null) group.lastAt = time;
    if (group.lines.length < MOST_LINES) group.lines.push(line.number);
    if (group.kept.length < most) group.kept.push({ number: line.number, text: copy(line.text) });
  };

  const flush = (): void => {
    if (!pending) return;
    const { text, number, head } = pending;
    pending = null;
    totals.errors += 1;
    const contextAt = contextOf(text, head.end);
    const route = readRoute(text, contextAt);
    const scheme = route.upstream.slice(0, route.upstream.indexOf('://') + 1);
    const body = text.slice(head.end, Math.min(contextAt, head.end + LONGEST_JOINED));
    const shape = `${head.level}\n${scheme}\n${body}`;
    let identity = identities.get(shape);
    if (identity === undefined) {
      if (identities.size >= MOST_MEMORISED) identities.clear();
      identity = identityOf(identify(text, head, body, contextAt, catalogue));
      identities.set(shape, identity);
    }
    tally(`${identity}\n${route.server}\n${routeAddress(route.upstream)}`, MOST_KEPT, { number, text }, head.time);
  };

  const addOther = (line: string, number: number): void => {
    if (line.startsWith('{')) {
      const texts = parseJsonTexts(line);
      if (texts) for (const text of texts) addLine(text, number);
      return;
    }
    if (isAccess(line)) {
      totals.access += 1;
      tally(`access ${STATUS.exec(line)?.[1] ?? ''}`, MOST_KEPT_ACCESS, { number, text: line }, null);
      return;
    }
    const [companion] = matchCompanion(line.slice(0, 2_048));
    if (companion) tally(`companion ${companion.pattern.id}`, MOST_KEPT, { number, text: line }, null);
  };

  const addLine = (line: string, number: number): void => {
    const head = headOf(line);
    if (head) {
      flush();
      pending = { text: line, number, head };
    } else if (pending && continues(line)) {
      if (pending.text.length < LONGEST_JOINED) pending.text += ` ${line.trim()}`;
    } else {
      flush();
      addOther(line, number);
    }
  };

  return {
    add: (line) => {
      totals.lines += 1;
      addLine(line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line, totals.lines);
    },
    finish: () => {
      flush();
      const all = [...groups.values()];
      return {
        kept: all.flatMap(({ kept }) => kept).toSorted((a, b) => a.number - b.number),
        tallies: all.flatMap(({ kept: [first], count, firstAt, lastAt, lines }) =>
          first ? [{ first, tally: { count, firstAt, lastAt, lines } }] : [],
        ),
        totals,
        leftOut: groups.leftOut(),
      };
    },
  };
}

/** Heads at the line's start are found by position, others behind an envelope by their bracket. */
function headOf(line: string): ErrorHead | null {
  if (line.charCodeAt(20) === 0x5b && line.charCodeAt(4) === 0x2f) return parseErrorHeadAt(line, 0);
  const bracket = line.indexOf('[');
  return bracket < 0 || bracket > 300 ? null : findOwnHead(line);
}

function isAccess(line: string): boolean {
  const bracket = line.indexOf('[');
  if (bracket < 0 || bracket > 300) return false;
  ACCESS_TIME.lastIndex = bracket;
  return ACCESS_TIME.test(line);
}

/** A line without a head of its own that follows an error line: tracebacks and what programs write to FastCGI's stderr. */
function continues(line: string): boolean {
  return (
    line !== '' && !line.startsWith('{') && !isAccess(line) && !/^(?:\[?\d{2,4}[-/ ]|[A-Z][a-z]{2} [ \d]\d )/.test(line)
  );
}

function contextOf(text: string, from: number): number {
  const client = text.indexOf(', client: ', from);
  const quote = text.indexOf('"', from);
  if (client >= 0 && (quote < 0 || quote > client)) return client;
  return from + findContext(text.slice(from));
}

function identify(
  text: string,
  head: ErrorHead,
  body: string,
  contextAt: number,
  catalogue: Catalogue,
): Identified | null {
  const { time, level, pid, connection } = head;
  const values = new Map([['upstream', readRoute(text, contextAt).upstream]]);
  const record = {
    kind: 'error',
    at: [0],
    text: body,
    prefix: '',
    time,
    level,
    pid,
    connection,
    ...takeSuffixesOff(body, catalogue.isAction),
    context: { values, cut: false },
  } as const;
  return identifyRecord(record, catalogue);
}

/** Lines of one entry or one message belong together; unknown messages are told apart by their beginning. */
function identityOf(identified: Identified | null): string {
  return identified ? (identified.entry?.id ?? identified.template) : 'unknown';
}
