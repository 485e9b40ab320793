import { toUpstream, type Upstream } from '../facts/upstream.ts';
import { chooseServer, defaultServer, loggedNameOf } from './choose-server.ts';
import { type ConfigDirective, directivesIn } from './config-directive.ts';
import type { Configuration } from './configuration.ts';
import { listensOf } from './listen.ts';
import { normaliseUri } from './normalise-uri.ts';
import { passOf } from './pass.ts';
import type { MatchPattern } from './patterns.ts';
import { type Route, routeInServer } from './route.ts';

/** What a log line tells of a request, as logged; null where it tells nothing. */
export interface LoggedPlace {
  /** The server's first name, or the address that it listens on. */
  readonly server: string | null;
  readonly host: string | null;
  /** The subrequest's where there is one. */
  readonly uri: string | null;
  readonly upstream: string | null;
  readonly isSecure: boolean;
}

/** Finds the way of a request through the configuration; null where the paste has no server for it. */
export type FindRoute = (place: LoggedPlace) => Route | null;

/** Creates a finder for one paste; the same place is looked for once. */
export function createRouteFinder(configuration: Configuration, match: MatchPattern): FindRoute {
  const found = new Map<string, Route | null>();
  return (place) => {
    const key = JSON.stringify([place.server, place.host, place.uri, place.upstream, place.isSecure]);
    const known = found.get(key);
    if (known !== undefined) return known;
    const route = found.size < MOST_PLACES ? findRoute(place, configuration, match) : null;
    found.set(key, route);
    return route;
  };
}

const MOST_PLACES = 500;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\]):(\d{1,5})$/;

function findRoute(place: LoggedPlace, configuration: Configuration, match: MatchPattern): Route | null {
  const uri = place.uri === null ? null : normaliseUri(place.uri);
  const logged = toUpstream(place.upstream ?? '');
  if (uri === null) return routeWithoutUri(place, configuration, logged);
  const { servers, isCertain } = candidates(place, configuration, match);
  const routes = servers.map((server) => routeInServer(server, uri, logged, configuration, match));
  const reaching = logged ? routes.filter(({ pass, fitsLog }) => pass !== null && fitsLog) : routes;
  const [route] = reaching.length > 0 ? reaching : routes;
  return route ? { ...route, isCertain: route.isCertain && isCertain && reaching.length <= 1 } : null;
}

interface Candidates {
  readonly servers: readonly ConfigDirective[];
  readonly isCertain: boolean;
}

/** The servers that may have taken the request: those whose first name was logged, and of them those that nginx chooses for the
 * host; where none has that name and only one server was pasted, that one, as a guess: people change names before they paste. */
function candidates(place: LoggedPlace, configuration: Configuration, match: MatchPattern): Candidates {
  const all = configuration.servers.filter(({ records }) => records.length > 0);
  const loose = configuration.servers.filter(({ records }) => records.length === 0);
  const named = all.filter((server) => place.server !== null && loggedNameOf(server) === place.server.toLowerCase());
  const chosen = configuration.groups.flatMap((group) => chooseServer(group, place.host, match) ?? []);
  const both = named.filter((server) => chosen.includes(server));
  const fitting = narrow(both.length > 0 ? both : named, place);
  if (fitting.length > 0) return { servers: fitting, isCertain: true };
  const useful = all.filter((server) => !onlyRedirects(server));
  if (useful.length === 1) return { servers: useful, isCertain: false };
  return { servers: all.length === 0 ? loose.slice(0, 1) : [], isCertain: false };
}

/** By the port that the client named, else by TLS or not. */
function narrow(servers: readonly ConfigDirective[], { host, isSecure }: LoggedPlace): readonly ConfigDirective[] {
  if (servers.length < 2) return servers;
  const port = /:(\d{1,5})$/.exec(host ?? '')?.[1];
  const byPort = servers.filter((server) => listensOf(server).some((listen) => listen.port === port));
  if (port !== undefined && byPort.length > 0) return byPort;
  const byTls = servers.filter((server) => listensOf(server).some(({ isSsl }) => isSsl));
  return isSecure && byTls.length > 0 ? byTls : servers;
}

const onlyRedirects = (server: ConfigDirective): boolean =>
  directivesIn(server, 'return').length > 0 && directivesIn(server, 'location').length === 0;

/** Lines of the stream module, and of HTTP before a request was read, name the address that the server listens on. */
function routeWithoutUri(
  { server: name }: LoggedPlace,
  configuration: Configuration,
  logged: Upstream | null,
): Route | null {
  const port = ADDRESS.exec(name ?? '')?.[1];
  if (port === undefined) return null;
  const groups = logged ? configuration.streamGroups : [...configuration.groups, ...configuration.streamGroups];
  const here = groups.filter((group) => group.port === port);
  const exact = here.find(({ address }) => `${address}:${port}` === name);
  const group = exact ?? here[0];
  const server = group && defaultServer(group);
  if (!server) return null;
  const pass = passOf(server);
  const upstream = pass?.target.host ? (configuration.upstreams.get(pass.target.host) ?? null) : null;
  return {
    levels: [server],
    server,
    location: null,
    uri: '',
    pass,
    family: pass?.family ?? null,
    upstream,
    isCertain: here.length === 1,
    fitsLog: true,
  };
}
