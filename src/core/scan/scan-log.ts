import type { Catalogue } from '../identify/catalogue.ts';
import type { Tally } from '../identify/finding.ts';
import { parseJsonTexts } from '../paste/json-texts.ts';
import { findOwnHead } from '../paste/split-glued.ts';
import { findContext } from '../records/context-tail.ts';
import { LEVELS, type Level } from '../records/error-head.ts';
import { createIdentityMemory } from './identity-memory.ts';
import { createLogGroups, type KeptLine, tallyOf } from './log-groups.ts';
import type { NameOther } from './name-other.ts';
import { readRoute, routeAddress } from './read-route.ts';
import { usualHeadEnd } from './usual-head.ts';

/** What a whole log came down to. */
export interface Scan {
  /** The first lines of every error, companion and access status, in the order of the file. */
  readonly kept: readonly KeptLine[];
  /** Counts over all lines. `name` is the entry's id, the format string where no entry claims it, `unknown`, what `nameOther` says or
   * `access` and a status; `first` is the first line of each that was kept. */
  readonly tallies: readonly { readonly name: string; readonly first: KeptLine; readonly tally: Tally }[];
  readonly totals: { readonly lines: number; readonly errors: number; readonly access: number };
  /** Lines that were counted by their error alone, as there were too many servers and upstreams to tell apart. */
  readonly leftOut: number;
}

/** Takes a log line by line and keeps a bounded summary of it. */
export interface LogScanner {
  /** One line without its line feed. */
  readonly add: (line: string) => void;
  /** No line goes on in another file. */
  readonly endFile: () => void;
  readonly finish: () => Scan;
}

const LONGEST_LINE = 65_536;
const LONGEST_JOINED = 16_384;
const FURTHEST_HEAD = 300;
const ACCESS_TIME = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:/y;
const STATUS = /" (\d{3}) /;
const OTHER_PROGRAM = /^(?:\[?\d{2,4}[-/ ]|[A-Z][a-z]{2} [ \d]\d )/;

/** Hears of each line that was named by its number in the file: a name as in `Scan.tallies`. A line that goes on from another has none. */
export type OnNamed = (number: number, name: string) => void;

/** Creates a scanner. `nameOther` names the lines that nginx itself did not write. */
export function createLogScanner(catalogue: Catalogue, nameOther: NameOther, onNamed: OnNamed = () => {}): LogScanner {
  const groups = createLogGroups();
  const nameError = createIdentityMemory(catalogue);
  const totals = { lines: 0, errors: 0, access: 0 };
  // an error line waits for the next one: tracebacks and FastCGI's stderr go on without a head
  let waiting = '';
  let waitingNumber = 0;
  let waitingBody = -1;

  const flush = (): void => {
    if (waitingBody < 0) return;
    totals.errors += 1;
    const contextAt = contextOf(waiting, waitingBody);
    const { server, upstream } = readRoute(waiting, contextAt);
    const body = waiting.slice(waitingBody, Math.min(contextAt, waitingBody + LONGEST_JOINED));
    const name = nameError(body, levelOf(waiting, waitingBody), upstream);
    const line = { number: waitingNumber, text: waiting };
    groups.add(name, server, routeAddress(upstream), line, timeOf(waiting, waitingBody));
    onNamed(waitingNumber, name);
    waitingBody = -1;
  };

  const addOther = (line: string, number: number): void => {
    const texts = line.startsWith('{') ? parseJsonTexts(line) : null;
    if (texts) {
      for (const text of texts) addLine(text, number);
      return;
    }
    const isRequest = isAccess(line);
    if (isRequest) totals.access += 1;
    const kind = isRequest ? `access ${STATUS.exec(line)?.[1] ?? ''}` : nameOther(line.slice(0, LONGEST_JOINED));
    if (kind === null) return;
    groups.add(kind, '', '', { number, text: line }, null);
    onNamed(number, kind);
  };

  const addLine = (line: string, number: number): void => {
    const body = bodyOf(line);
    if (body < 0 && waitingBody >= 0 && isUnfinished(waiting) && goesOn(line)) {
      if (waiting.length < LONGEST_JOINED) waiting += ` ${line.trim()}`;
      return;
    }
    flush();
    if (body < 0) {
      addOther(line, number);
    } else {
      waiting = line;
      waitingNumber = number;
      waitingBody = body;
    }
  };

  return {
    add: (line) => {
      totals.lines += 1;
      addLine(line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line, totals.lines);
    },
    endFile: flush,
    finish: () => {
      flush();
      const all = groups.all();
      return {
        kept: all.flatMap(({ kept }) => kept).toSorted((a, b) => a.number - b.number),
        tallies: all.flatMap((group) =>
          group.kept[0] ? [{ name: group.name, first: group.kept[0], tally: tallyOf(group) }] : [],
        ),
        totals,
        leftOut: groups.leftOut(),
      };
    },
  };
}

/** Where the message starts; -1 when the line has no head. Heads behind an envelope are found by their bracket. */
function bodyOf(line: string): number {
  const usual = usualHeadEnd(line);
  if (usual >= 0) return usual;
  const bracket = line.indexOf('[');
  return bracket < 0 || bracket > FURTHEST_HEAD ? -1 : (findOwnHead(line)?.end ?? -1);
}

/** The level stands between the last brackets before the message. */
function levelOf(line: string, body: number): Level {
  const close = line.lastIndexOf('] ', body);
  const name = line.slice(line.lastIndexOf('[', close) + 1, close);
  return LEVELS.find((level) => level === name) ?? 'error';
}

function timeOf(line: string, body: number): string | null {
  const at = line.lastIndexOf('[', body) - 20;
  const time = at >= 0 ? line.slice(at, at + 19) : '';
  return time.charCodeAt(4) === 0x2f && time.charCodeAt(13) === 0x3a ? time : null;
}

function isAccess(line: string): boolean {
  const bracket = line.indexOf('[');
  if (bracket < 0 || bracket > FURTHEST_HEAD) return false;
  ACCESS_TIME.lastIndex = bracket;
  return ACCESS_TIME.test(line);
}

/** The context stands at the end of a message's last line; before it a quote is open, or lua or njs tell where it was. */
const isUnfinished = (line: string): boolean =>
  !line.includes(', client: ') &&
  (line.split('"').length % 2 === 0 ||
    line.includes('lua') ||
    line.includes('js exception') ||
    line.includes('traceback'));

const goesOn = (line: string): boolean =>
  line !== '' && !line.startsWith('{') && !isAccess(line) && !OTHER_PROGRAM.test(line);

/** Where the context starts; a `, client: ` behind a quote may be a client's own words, so that needs a closer look. */
function contextOf(line: string, from: number): number {
  const client = line.indexOf(', client: ', from);
  const quote = line.indexOf('"', from);
  return client >= 0 && (quote < 0 || quote > client) ? client : from + findContext(line.slice(from));
}
