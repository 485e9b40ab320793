import type { Identified } from '../identify/identify-record.ts';
import { toUpstream, upstreamAddress } from './upstream.ts';

/** Values of one identified line by the names of the placeholders of commands (`docs/writing-entries.md`). Only what the line holds. */
export type Facts = ReadonlyMap<string, string>;

const REQUEST = /^([A-Za-z_-]{1,32}) (\S+)(?: HTTP\/[\d.]+)?/;
const PATH = /^(?:\/|[A-Za-z]:[\\/])\S/;

/** Reads the facts of one line. Values are as logged; nothing is guessed. */
export function readFacts({ record, literals, captures, signature }: Identified): Facts {
  const facts = new Map<string, string>();
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '' && !facts.has(name)) facts.set(name, value);
  };
  const { values } = record.context;
  put('client', values.get('client') ?? values.get('udp client'));
  put('server', values.get('server'));
  put('host', values.get('host'));
  put('login', values.get('login'));
  put('referrer', values.get('referrer'));
  put('resolver', values.get('resolver'));
  put('context', values.get('context'));
  putRequest(put, values.get('request'));
  putUpstream(put, values.get('upstream'));
  put('pid', record.pid?.toString());
  put('connection', record.connection?.toString());
  put('errno', record.errno?.name ?? record.errno?.code.toString());
  put('action', record.action);
  put('ssl', record.ssl);
  put('configFile', record.inFile?.file);
  put('configLine', record.inFile?.line.toString());
  captures.forEach((value, index) => {
    putCapture(put, literals[index] ?? '', literals[index + 1] ?? '', value);
  });
  if (signature?.author === 'ingress-nginx') putClusterObject(put, record.message);
  put('url', toUrl(facts, values.get('request')?.split(' ')[2]));
  return facts;
}

const CLUSTER_OBJECT =
  /(?:"|\b(?:ingress|certificate|Secret) )([a-z0-9][a-z0-9-]{0,62})\/([a-z0-9][a-z0-9.-]{0,252})(?=[",:\s]|$)/;

/** The Service, Secret or Ingress that a line of the controller names first, as `namespace/name`. */
function putClusterObject(put: Put, message: string): void {
  const found = CLUSTER_OBJECT.exec(message);
  put('namespace', found?.[1]);
  put('object', found?.[2]?.replace(/\.$/, ''));
}

type Put = (name: string, value: string | null | undefined) => void;

function putRequest(put: Put, request: string | undefined): void {
  const parts = REQUEST.exec(request ?? '');
  if (!parts) return;
  put('method', parts[1]);
  put('uri', parts[2]);
  put('path', parts[2]?.split('?')[0]);
}

function putUpstream(put: Put, raw: string | undefined): void {
  const upstream = toUpstream(raw ?? '');
  if (!upstream) return;
  const address = upstreamAddress(upstream);
  put('upstream', upstream.raw);
  put('upstream.scheme', upstream.scheme);
  put('upstream.host', upstream.host);
  put('upstream.port', upstream.port);
  put('upstream.address', address);
  put('upstream.socket', upstream.socket);
  put('upstream.socketDir', upstream.socket?.replace(/\/[^/]*$/, ''));
  if (upstream.scheme?.startsWith('http') && upstream.socket === null && address !== null)
    put('upstream.url', `${upstream.scheme}://${address}${upstream.uri ?? '/'}`);
}

/** Names a captured value by the words beside it. */
function putCapture(put: Put, before: string, after: string, value: string): void {
  if (/zone "$/.test(before)) put('zone', value);
  else if (before.endsWith('[id "')) put('ruleId', value);
  else if (/directive "$/.test(before) || (before.endsWith('"') && after.startsWith('" directive')))
    put('directive', value);
  else if (/connect\(\) to $/.test(before)) putUpstream(put, value);
  else if (/(?:upstream|host not found in upstream) "$/.test(before)) put('value', value);
  else if (after.startsWith(' bytes') || (/: $/.test(before) && /^\d+$/.test(value))) put('bytes', value);
  else if (PATH.test(value)) putFile(put, value);
  if (!/^\d+$/.test(value)) put('value', value);
}

/** Lua names a place as `/app/auth.lua:12:`. */
function putFile(put: Put, value: string): void {
  const [, file = value, line] = /^(\/[^\s:]{1,500}\.lua):(\d{1,7}):?$/.exec(value) ?? [];
  put('file', file);
  put('fileDir', file.replace(/[\\/][^\\/]*$/, '') || '/');
  put('fileLine', line);
}

/** The address as the user typed it. nginx doesn't log the scheme: HTTP/2, a referrer or the port tells it; of the rest, names of
 * sites are HTTPS today, bare addresses and local names are not. */
function toUrl(facts: Facts, protocol: string | undefined): string | null {
  const name = facts.get('host') ?? facts.get('server');
  const uri = facts.get('uri');
  if (name === undefined || uri === undefined || !uri.startsWith('/') || /^(?:_|0\.0\.0\.0|\*|~)/.test(name))
    return null;
  const isSecure =
    facts.get('referrer')?.startsWith('https://') === true ||
    protocol?.startsWith('HTTP/2') === true ||
    /^[a-z0-9.-]+\.[a-z]{2,}(?::443)?$/i.test(name) ||
    /:8443$/.test(name);
  return `${isSecure ? 'https' : 'http'}://${name}${uri}`;
}
