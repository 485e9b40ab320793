import { toUpstream, upstreamAddress } from '../facts/upstream.ts';
import { readContext } from '../records/context-tail.ts';

/** What groups a line with others: where it was meant to go. Empty strings where the line does not say. */
export interface Route {
  readonly server: string;
  /** As logged: `http://127.0.0.1:8080/api`; its query and path are part of it. */
  readonly upstream: string;
}

const CLIENT = ', client: ';
const SERVER = ', server: ';
const REQUEST = ', request: "';
const UPSTREAM = ', upstream: "';
const HOST = '", host: "';
const IS_TRIM = /^(?:|[^\s"](?:.*[^\s."])?)$/;

/** Reads server and upstream out of a context that starts at `at`. The usual order of keys is read by position; anything
 * else, and every value with a quote inside, is left to `readContext`, which it always agrees with. */
export function readRoute(line: string, at: number): Route {
  return readUsualRoute(line, at) ?? readAnyRoute(line, at);
}

function readAnyRoute(line: string, at: number): Route {
  const { values } = readContext(line, at);
  return { server: values.get('server') ?? '', upstream: values.get('upstream') ?? '' };
}

function readUsualRoute(line: string, at: number): Route | null {
  if (!line.startsWith(CLIENT, at)) return null;
  const serverAt = line.indexOf(SERVER, at + CLIENT.length);
  if (serverAt < 0) return null;
  const from = serverAt + SERVER.length;
  const end = line.indexOf(',', from);
  if (end < 0) return null;
  if (!line.startsWith(REQUEST, end)) return null;
  const protocol = line.indexOf(' HTTP/', end + REQUEST.length);
  const close = protocol < 0 ? -1 : line.indexOf('"', protocol);
  if (close < 0 || close - protocol > 10 || line.lastIndexOf('"', close - 1) !== end + REQUEST.length - 1) return null;
  const server = line.slice(from, end);
  if (!IS_TRIM.test(server)) return null;
  if (line.startsWith(HOST, close)) return { server, upstream: '' };
  if (close + 1 === line.length) return { server, upstream: '' };
  if (!line.startsWith(UPSTREAM, close + 1)) return null;
  const upstreamAt = close + 1 + UPSTREAM.length;
  const upstreamEnd = line.indexOf('"', upstreamAt);
  if (upstreamEnd < 0 || !(upstreamEnd + 1 === line.length || line.startsWith(HOST, upstreamEnd))) return null;
  return { server, upstream: line.slice(upstreamAt, upstreamEnd) };
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
