import type { Catalogue } from '../identify/catalogue.ts';
import type { Tally } from '../identify/finding.ts';
import { parseJsonTexts } from '../paste/json-texts.ts';
import { findContext } from '../records/context-tail.ts';
import type { LineStart } from '../records/usual-head.ts';
import { accessStatus } from './access-status.ts';
import { createConfigKeeper } from './config-keeper.ts';
import { createIdentityMemory } from './identity-memory.ts';
import { readLineStart } from './line-start.ts';
import { createLogGroups, type KeptLine } from './log-groups.ts';
import type { NameOther } from './name-other.ts';
import { readRoute, routeAddress } from './read-route.ts';
import { goesOn, isUnfinished } from './several-lines.ts';
import { sumUp } from './sum-up.ts';

/** What a whole log came down to. */
export interface Scan {
  /** The first lines of everything that is told, and what may be configuration, in the order of the file. */
  readonly kept: readonly KeptLine[];
  /** Counts over all lines. `name` is the entry's id, the format string where no entry claims it, `unknown`, what `nameOther` says or
   * `access` and a status; `first` is the first line that was kept, null for lines of which none is told. */
  readonly tallies: readonly { readonly name: string; readonly first: KeptLine | null; readonly tally: Tally }[];
  readonly totals: { readonly lines: number; readonly errors: number; readonly access: number };
  /** Lines of nginx's errors of which none is told, as there were too many kinds and places to tell apart. */
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

/** Hears of each line that was named, by its number in the file: a name as in `Scan.tallies`. A line that goes on from another
 * has none. */
export type OnNamed = (number: number, name: string) => void;

/** When other programs' lines came is not counted. */
const NO_TIME = -1;
const LONGEST_LINE = 65_536;
/** No other program's line that is known has fewer words of its own. */
const SHORTEST_NAMED = 7;
const LONGEST_JOINED = 16_384;

/** Creates a scanner. `nameOther` names the lines that nginx itself did not write. */
export function createLogScanner(
  catalogue: Catalogue,
  nameOther: NameOther,
  onNamed: OnNamed = () => undefined,
): LogScanner {
  const errors = createLogGroups();
  const evidence = createLogGroups();
  const configuration = createConfigKeeper();
  const nameError = createIdentityMemory(catalogue);
  const totals = { lines: 0, errors: 0, access: 0 };
  // an error line waits for the next one: tracebacks and FastCGI's stderr go on without a head
  let waiting = '';
  let waitingNumber = 0;
  let start: LineStart | null = null;

  const flush = (): void => {
    if (start === null) return;
    const { level, timeAt, end } = start;
    start = null;
    totals.errors += 1;
    const contextAt = contextOf(waiting, end);
    const route = readRoute(waiting, contextAt);
    const body = waiting.slice(end, Math.min(contextAt, end + LONGEST_JOINED));
    const name = nameError(body, level, contextAt < waiting.length ? route : null);
    errors.add(name, route.server, routeAddress(route.upstream), waitingNumber, waiting, timeAt);
    onNamed(waitingNumber, name);
  };

  const addOther = (line: string, number: number): void => {
    const texts = line.startsWith('{') ? parseJsonTexts(line) : null;
    if (texts) {
      for (const text of texts) addLine(text, number);
      return;
    }
    if (line.length < SHORTEST_NAMED || configuration.goesOn(line)) {
      configuration.add(number, line);
      return;
    }
    const status = accessStatus(line);
    if (status !== null) totals.access += 1;
    const kind = status === null ? nameOther(line.slice(0, LONGEST_JOINED)) : `access ${status}`;
    if (kind === null) {
      configuration.add(number, line);
      return;
    }
    configuration.end();
    evidence.add(kind, '', '', number, line, NO_TIME);
    onNamed(number, kind);
  };

  const addLine = (line: string, number: number): void => {
    if (line === '') {
      flush();
      return;
    }
    const own = readLineStart(line);
    if (own === null && start !== null && isUnfinished(waiting) && goesOn(line)) {
      if (waiting.length < LONGEST_JOINED) waiting += ` ${line.trim()}`;
      return;
    }
    flush();
    start = own;
    if (own === null) {
      addOther(line, number);
    } else {
      configuration.end();
      waiting = line;
      waitingNumber = number;
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
      const { kept, ...counts } = sumUp(errors, evidence);
      return { ...counts, kept: [...kept, ...configuration.kept()].toSorted((a, b) => a.number - b.number), totals };
    },
  };
}

/** Lua names its context before the client where there is no request. Source: lua-nginx-module src/ngx_http_lua_timer.c, src/ngx_http_lua_ssl_certby.c. */
const LUA_TIMER = ', context: ngx.timer';
const STAR = 0x2a;

/** Where the context starts; a `, client: ` behind a quote may be a client's own words, so that needs a closer look. */
function contextOf(line: string, from: number): number {
  const client = line.indexOf(', client: ', from);
  if (client < 0 || isOfLua(line, client)) return findContext(line, from);
  const quote = line.indexOf('"', from);
  const isFirst = quote < 0 || quote > client || (isClosed(line, quote, client) && line.indexOf(', ', from) === client);
  return isFirst ? client : findContext(line, from);
}

/** True where the quote is one of a pair, and no other stands before `end`. */
function isClosed(line: string, quote: number, end: number): boolean {
  const close = line.indexOf('"', quote + 1);
  if (close < 0 || close > end) return false;
  const next = line.indexOf('"', close + 1);
  return next < 0 || next > end;
}

/** `, context: ssl_certificate_by_lua*, client: …`. */
function isOfLua(line: string, client: number): boolean {
  return line.charCodeAt(client - 1) === STAR || line.startsWith(LUA_TIMER, client - LUA_TIMER.length);
}
