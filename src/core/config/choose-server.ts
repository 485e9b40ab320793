import { type ConfigDirective, directivesIn } from './config-directive.ts';
import { type Listen, listensOf } from './listen.ts';
import type { MatchPattern } from './patterns.ts';

/** Servers that share an address, in the order of the file. */
export interface ListenGroup {
  readonly address: string;
  readonly port: string | null;
  readonly members: readonly Member[];
  /** Names that several members may have: the first one of each counts. */
  readonly names: readonly Named[];
}

interface Member {
  readonly server: ConfigDirective;
  readonly listen: Listen;
}

interface Named {
  readonly name: string;
  readonly server: ConfigDirective;
}

/** Groups servers by where they listen. */
export function groupByListen(servers: readonly ConfigDirective[]): readonly ListenGroup[] {
  const members = servers.flatMap((server) => listensOf(server).map((listen) => ({ server, listen })));
  const groups = Map.groupBy(members, ({ listen }) => `${listen.address} ${listen.port ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const names = group.flatMap(({ server }) => namesOf(server).map((name) => ({ name, server })));
    return first ? [{ address: first.listen.address, port: first.listen.port, members: group, names }] : [];
  });
}

/** Chooses the server of a group for a host: by exact name, the longest `*.name`, the longest `name.*`, the first expression, else
 * the default. Null only for an empty group. `host` may hold a port; null means that the client named none.
 * Sources: nginx.org/en/docs/http/server_names.html, nginx src/http/ngx_http_request.c ngx_http_find_virtual_server. */
export function chooseServer(group: ListenGroup, host: string | null, match: MatchPattern): ConfigDirective | null {
  const wanted = toHostName(host ?? '');
  const named = group.names;
  const exact = named.find(({ name }) => name === wanted || (name.startsWith('.') && name.slice(1) === wanted));
  const wildcard =
    longest(named, (name) => startsWild(name) && fitsHead(wanted, name)) ??
    longest(named, (name) => name.endsWith('.*') && wanted.startsWith(name.slice(0, -1)));
  const expression = named.find(
    ({ name }) => isExpression(name) && wanted !== '' && fitsExpression(name, wanted, match),
  );
  return (exact ?? wildcard ?? expression)?.server ?? defaultServer(group);
}

/** The server for requests that fit no name, and for everything before a request was read. Null only for an empty group. */
export function defaultServer({ members }: ListenGroup): ConfigDirective | null {
  return (members.find(({ listen }) => listen.isDefault) ?? members[0])?.server ?? null;
}

/** The name that nginx logs for a server: the first one; empty without any. Source: nginx ngx_http_core_merge_srv_conf. */
export function loggedNameOf(server: ConfigDirective): string {
  const [name = ''] = namesOf(server);
  return name.startsWith('.') ? name.slice(1) : name;
}

/** Lower case, without port and the dot at the end. Source: nginx ngx_http_validate_host. */
export function toHostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '');
}

function namesOf(server: ConfigDirective): readonly string[] {
  const names = directivesIn(server, 'server_name').flatMap(({ args }) => args);
  return names.length === 0 ? [''] : names.map((name) => (isExpression(name) ? name : name.toLowerCase()));
}

const isExpression = (name: string): boolean => name.startsWith('~');
const startsWild = (name: string): boolean => name.startsWith('*.') || name.startsWith('.');
const fitsHead = (host: string, name: string): boolean => {
  const ending = name.replace(/^\*/, '');
  return host.endsWith(ending) && host.length > ending.length;
};

/** nginx compares without case as soon as the expression holds a capital. */
function fitsExpression(name: string, host: string, match: MatchPattern): boolean {
  return typeof match(name.slice(1), host, /[A-Z]/.test(name)) !== 'string';
}

function longest(named: readonly Named[], fits: (name: string) => boolean): Named | undefined {
  return named
    .filter(({ name }) => !isExpression(name) && fits(name))
    .reduce<Named | undefined>((best, one) => (best && best.name.length >= one.name.length ? best : one), undefined);
}
