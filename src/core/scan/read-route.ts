import { toUpstream, upstreamAddress } from '../facts/upstream.ts';
import { type Block, blockOf } from '../records/block.ts';
import { readContext } from '../records/context-tail.ts';
import { standsAt } from '../stands-at.ts';

/** What groups a line with others: where it was meant to go. Empty strings where the line does not say. */
export interface Route {
  readonly server: string;
  /** As logged: `http://127.0.0.1:8080/api`; its query and path are part of it. */
  readonly upstream: string;
  /** As the context shows it; null where it fits `http` or nothing. */
  readonly block: Block | null;
}

const CLIENT = ', client: ';
const SERVER = ', server: ';
const REQUEST = ', request: "';
const PROTOCOL = ' HTTP/';
const UPSTREAM = ', upstream: "';
const HOST = '", host: "';
const MOST_QUOTES = 8;
const SPACE = 0x20;
const QUOTE = 0x22;
const DOT = 0x2e;
const DELETE = 0x7f;

/** Reads server and upstream out of a context that starts at `at`. The usual order of keys is read by position; anything
 * else, and every value with a quote inside, is left to `readContext`, which it always agrees with. */
export function readRoute(line: string, at: number): Route {
  return readUsualRoute(line, at) ?? readAnyRoute(line, at);
}

function readAnyRoute(line: string, at: number): Route {
  const context = readContext(line, at);
  return {
    server: context.values.get('server') ?? '',
    upstream: context.values.get('upstream') ?? '',
    block: blockOf({ action: null, context }),
  };
}

function readUsualRoute(line: string, at: number): Route | null {
  if (!standsAt(line, CLIENT, at)) return null;
  const serverAt = line.indexOf(SERVER, at + CLIENT.length);
  if (serverAt < 0) return null;
  const from = serverAt + SERVER.length;
  const comma = line.indexOf(',', from);
  const end = comma < 0 ? line.length : comma;
  if (!isPlain(line, from, end)) return null;
  if (comma < 0) return { server: line.slice(from), upstream: '', block: null };
  if (!standsAt(line, REQUEST, end)) return null;
  const close = closeOfRequest(line, end + REQUEST.length);
  if (close < 0) return null;
  const upstream = readUsualUpstream(line, close);
  return upstream === null ? null : { server: line.slice(from, end), upstream, block: null };
}

/** The quote behind the protocol; -1 where none is near. A request may hold quotes. */
function closeOfRequest(line: string, from: number): number {
  let tries = MOST_QUOTES;
  for (let quote = line.indexOf('"', from); quote >= 0 && tries > 0; quote = line.indexOf('"', quote + 1)) {
    if (standsAt(line, PROTOCOL, quote - 9) || standsAt(line, PROTOCOL, quote - 7)) return quote;
    tries -= 1;
  }
  return -1;
}

/** What follows a request whose closing quote stands at `close`: an upstream, and the host, or none of them. */
function readUsualUpstream(line: string, close: number): string | null {
  if (standsAt(line, HOST, close) || close + 1 === line.length) return '';
  if (!standsAt(line, UPSTREAM, close + 1)) return null;
  const from = close + 1 + UPSTREAM.length;
  const end = line.indexOf('"', from);
  return end >= 0 && (end + 1 === line.length || standsAt(line, HOST, end)) ? line.slice(from, end) : null;
}

/** A value of which `readContext` would take nothing off, by its first and its last character. */
function isPlain(line: string, from: number, end: number): boolean {
  if (from === end) return true;
  const first = line.charCodeAt(from);
  const last = line.charCodeAt(end - 1);
  return (
    first > SPACE &&
    first < DELETE &&
    first !== QUOTE &&
    last > SPACE &&
    last < DELETE &&
    last !== QUOTE &&
    last !== DOT
  );
}

/** The address part of an upstream, which is what lines are grouped by: `http://127.0.0.1:8080/api` is at `127.0.0.1:8080`. */
export function routeAddress(upstream: string): string {
  const scheme = upstream.indexOf('://');
  const slash = scheme < 0 ? -1 : upstream.indexOf('/', scheme + 3);
  const isPlain = slash > 0 && !upstream.startsWith('unix:', scheme + 3) && upstream.indexOf(':', scheme + 3) > 0;
  if (isPlain && upstream.indexOf(':', scheme + 3) < slash && upstream.charCodeAt(scheme + 3) !== 0x5b)
    return upstream.slice(scheme + 3, slash);
  const found = toUpstream(upstream);
  return (found && upstreamAddress(found)) ?? upstream;
}
