import { parseJson } from '../paste/parse-json.ts';
import type { AccessFields } from './access-fields.ts';

const HEAD = /^(\S{1,255}) (?:\S{1,128} ){0,2}?[^"[]{0,160}?\[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] /;
const REQUEST = /^([A-Z]{3,20}) (\S+)(?: HTTP\/[\d.]+)?$/;
const INGRESS =
  /" \d{1,12} (\d{1,9}\.\d{3}) \[[^\]]{0,253}\] \[[^\]]{0,253}\] (\S+(?:(?:,| :) \S+)*) (?:[\d-]+(?:(?:,| :) [\d-]+)*) ([\d.-]+(?:(?:,| :) [\d.-]+)*) ([\d-]+(?:(?:,| :) [\d-]+)*) [\da-f-]+$/;
const PAIR = /(?:^|[\s;|])"?([a-z_]{2,40})[=:] ?(?:"([^"]{0,500})"|([^\s",]{1,300}(?:, [^\s"=,]{1,100})*))/g;

const NAMES: Readonly<Record<string, Part>> = {
  rt: 'requestTime',
  request_time: 'requestTime',
  uct: 'upstreamConnectTimes',
  upstream_connect_time: 'upstreamConnectTimes',
  urt: 'upstreamTimes',
  upstream_response_time: 'upstreamTimes',
  us: 'upstreamStatuses',
  upstream_status: 'upstreamStatuses',
  ua: 'upstreamAddresses',
  upstream: 'upstreamAddresses',
  upstream_addr: 'upstreamAddresses',
  host: 'host',
  http_host: 'host',
};
type Part =
  | 'requestTime'
  | 'upstreamConnectTimes'
  | 'upstreamTimes'
  | 'upstreamStatuses'
  | 'upstreamAddresses'
  | 'host';

/** Reads an access line: combined with anything behind it, ingress-nginx's format, or JSON with nginx's variable names.
 * Null when it is none. Source: nginx src/http/modules/ngx_http_log_module.c, ingress-nginx's default log-format-upstream. */
export function readAccessLine(text: string): AccessFields | null {
  return text.startsWith('{') ? readJson(text) : readCombined(text);
}

function readCombined(text: string): AccessFields | null {
  const head = HEAD.exec(text.slice(0, 1_024));
  if (!head) return null;
  const rest = text.slice(head[0].length);
  const close = rest.startsWith('"') ? rest.indexOf('" ', 1) : -1;
  const status = /^(\d{3})\b/.exec(rest.slice(close + 2));
  if (close < 0 || !status) return null;
  const request = REQUEST.exec(rest.slice(1, close));
  const line = {
    client: head[1] ?? '',
    time: head[2] ?? null,
    method: request?.[1] ?? null,
    uri: request?.[2] ?? null,
    status: Number(status[1]),
  };
  return { ...line, ...readTimings(rest.slice(close + 1)) };
}

/** Most lines end in a user agent, in which no such name stands. */
const NAMED = new RegExp(`\\b(?:${Object.keys(NAMES).join('|')})[=:]`);

type Timings = Pick<AccessFields, Part>;

function readTimings(rest: string): Timings {
  const ingress = rest.includes('] [') ? INGRESS.exec(rest.slice(0, 4_096)) : null;
  if (ingress) {
    return {
      host: null,
      requestTime: Number(ingress[1]),
      upstreamAddresses: toList(ingress[2]),
      upstreamTimes: toNumbers(ingress[3]),
      upstreamStatuses: toNumbers(ingress[4]),
      upstreamConnectTimes: [],
    };
  }
  const found = new Map<Part, string>();
  const pairs = NAMED.test(rest) ? rest.slice(0, 4_096).matchAll(PAIR) : [];
  for (const [, name = '', quoted, bare] of pairs) {
    const part = NAMES[name];
    if (part && !found.has(part)) found.set(part, quoted ?? bare ?? '');
  }
  return toTimings(found);
}

function toTimings(found: ReadonlyMap<Part, string>): Timings {
  const [requestTime] = toNumbers(found.get('requestTime'));
  return {
    host: found.get('host') ?? null,
    requestTime: requestTime ?? null,
    upstreamAddresses: toList(found.get('upstreamAddresses')),
    upstreamStatuses: toNumbers(found.get('upstreamStatuses')),
    upstreamTimes: toNumbers(found.get('upstreamTimes')),
    upstreamConnectTimes: toNumbers(found.get('upstreamConnectTimes')),
  };
}

/** nginx writes `a, b` for one upstream after the other and ` : ` after an internal redirect. */
function toList(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text
    .split(/, ?| : /)
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== '-');
}
const toNumbers = (text: string | undefined): number[] => toList(text).map(Number).filter(Number.isFinite);

function readJson(text: string): AccessFields | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map(Object.entries(value).map(([key, item]) => [key.toLowerCase(), String(item)]));
  const first = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)).find((item) => item !== undefined);
  const status = Number(first('status', 'response_code', 'http_status'));
  const request = REQUEST.exec(first('request', 'request_line') ?? '');
  const method = request?.[1] ?? first('request_method', 'method', 'verb') ?? null;
  if (!Number.isInteger(status) || method === null) return null;
  const parts = new Map<Part, string>();
  for (const [name, part] of Object.entries(NAMES)) {
    const item = fields.get(name);
    if (item !== undefined && !parts.has(part)) parts.set(part, item);
  }
  return {
    client: first('remote_addr', 'client', 'client_ip', 'clientip', 'remote_ip') ?? '',
    time: first('time_local', 'time_iso8601', 'time', '@timestamp', 'timestamp') ?? null,
    method,
    uri: request?.[2] ?? first('request_uri', 'uri', 'path', 'url') ?? null,
    status,
    ...toTimings(parts),
  };
}
