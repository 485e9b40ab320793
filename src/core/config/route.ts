import { type Upstream, upstreamAddress } from '../facts/upstream.ts';
import { chooseLocation, parseLocation } from './choose-location.ts';
import { type ConfigDirective, directivesIn } from './config-directive.ts';
import type { Configuration } from './configuration.ts';
import { redirectsOf, rewriteUri } from './internal-redirects.ts';
import { findInForce } from './levels.ts';
import { familyOf, type Pass, passOf } from './pass.ts';
import type { MatchPattern } from './patterns.ts';

/** The way of one request through the pasted configuration. */
export interface Route {
  /** Innermost first: an `if`, the location with those around it, the server. */
  readonly levels: readonly ConfigDirective[];
  readonly server: ConfigDirective;
  /** Null where no pasted location takes the request. */
  readonly location: ConfigDirective | null;
  /** The URI that the location was chosen for: after rewrites and internal redirects. */
  readonly uri: string;
  readonly pass: Pass | null;
  /** Of the pass, or else of the scheme that was logged. */
  readonly family: Pass['family'] | null;
  /** The group that the pass names. */
  readonly upstream: ConfigDirective | null;
  /** False where the paste leaves open whether the request goes this way. */
  readonly isCertain: boolean;
  /** False where the log names an upstream that this pass can't have reached: the file is another one than nginx runs with. */
  readonly fitsLog: boolean;
}

const MOST_STEPS = 24;

interface Step {
  readonly levels: readonly ConfigDirective[];
  readonly uri: string;
  readonly captures: readonly (string | undefined)[];
  readonly isCertain: boolean;
}

/** Follows a URI through a server: the location that nginx chooses, then rewrites, `try_files`, `index` and `error_page`, until a
 * pass fits the upstream that the log names; without one in the log, no further than the rewrites. */
export function routeInServer(
  server: ConfigDirective,
  uri: string,
  logged: Upstream | null,
  configuration: Configuration,
  match: MatchPattern,
): Route {
  const steps = stepsFrom(server, uri, match);
  const routes = steps.map((step) => toRoute(step, server, logged, configuration));
  const [first] = routes;
  const fitting = logged ? routes.find(({ pass, fitsLog }) => pass !== null && fitsLog) : undefined;
  const chosen = fitting ?? first;
  return chosen ?? toRoute({ levels: [server], uri, captures: [], isCertain: false }, server, logged, configuration);
}

function stepsFrom(server: ConfigDirective, uri: string, match: MatchPattern): readonly Step[] {
  const rewritten = rewriteUri(server.inside ?? [], { uri, captures: [], match });
  const first = stepAt(server, rewritten?.uri ?? uri, rewritten !== null, match);
  const steps: Step[] = [];
  const waiting = [first];
  const seen = new Set<string>();
  for (let step = waiting.shift(); step && steps.length < MOST_STEPS; step = waiting.shift()) {
    const [innermost] = step.levels;
    const key = `${step.uri} ${innermost?.records[0]?.at[0] ?? ''} ${innermost?.args.join(' ')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    steps.push(step);
    waiting.push(...nextSteps(step, server, match));
  }
  return steps;
}

function stepAt(server: ConfigDirective, uri: string, isCertain: boolean, match: MatchPattern): Step {
  const chosen = chooseLocation(server, uri, match);
  return {
    levels: [...chosen.path.toReversed(), server],
    uri,
    captures: chosen.captures,
    isCertain: isCertain && chosen.isCertain,
  };
}

function nextSteps(step: Step, server: ConfigDirective, match: MatchPattern): readonly Step[] {
  const [innermost] = step.levels;
  if (!innermost || innermost === server) return [];
  const conditions = directivesIn(innermost, 'if').map((block) => ({ ...step, levels: [block, ...step.levels] }));
  const rewritten = rewriteUri(innermost.inside ?? [], { ...step, match });
  if (rewritten?.by && !rewritten.stays) return [stepAt(server, rewritten.uri, step.isCertain, match), ...conditions];
  const redirects = redirectsOf((name) => findInForce(name, step.levels).directives, { ...step, match });
  return [
    ...conditions,
    ...redirects.flatMap((redirect): Step[] => {
      if (redirect.kind === 'uri') return [stepAt(server, redirect.uri, step.isCertain, match)];
      const named = directivesIn(server, 'location').find((one) => parseLocation(one)?.name === redirect.name);
      return named ? [{ levels: [named, server], uri: step.uri, captures: [], isCertain: step.isCertain }] : [];
    }),
  ];
}

function toRoute(step: Step, server: ConfigDirective, logged: Upstream | null, configuration: Configuration): Route {
  const location = step.levels.find(({ name }) => name === 'location') ?? null;
  const holder = step.levels.find((level) => level.name !== 'if' || passOf(level)) ?? server;
  const pass = passOf(holder);
  const group = pass?.target.host ? (configuration.upstreams.get(pass.target.host) ?? null) : null;
  return {
    levels: step.levels,
    server,
    location,
    uri: step.uri,
    pass,
    family: pass?.family ?? familyOf(logged?.scheme ?? null),
    upstream: group,
    isCertain: step.isCertain,
    fitsLog: logged === null || pass === null || canReach(pass, group, logged),
  };
}

/** True where a pass may have led to the logged upstream. Names may stand for any address; a literal address, a port or a scheme
 * that differs can't have been reached. */
export function canReach(
  { target, hasVariables, family }: Pass,
  group: ConfigDirective | null,
  logged: Upstream,
): boolean {
  const scheme = target.scheme ?? family;
  if (logged.scheme !== null && !hasVariables && scheme !== logged.scheme) return false;
  if (hasVariables || (logged.host !== null && logged.port === null && logged.host === target.host)) return true;
  if (!group) return isSame(target, logged);
  const servers = directivesIn(group, 'server').flatMap(({ args: [address] }) =>
    address === undefined ? [] : [address],
  );
  return servers.length === 0 || !group.isWhole || servers.some((address) => isServer(address, logged));
}

function isSame(target: Upstream, logged: Upstream): boolean {
  if (target.socket !== null || logged.socket !== null) return target.socket === logged.socket;
  if (target.port !== logged.port && logged.port !== null) return false;
  return isName(target.host ?? '') || upstreamAddress(target) === upstreamAddress(logged);
}

function isServer(address: string, logged: Upstream): boolean {
  if (address.startsWith('unix:')) return logged.socket === address.slice('unix:'.length);
  if (logged.socket !== null) return false;
  const [, host = '', port = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address) ?? [];
  if (logged.port !== null && port !== logged.port) return false;
  return isName(host) || host.replace(/^\[|\]$/g, '') === logged.host;
}

const isName = (host: string): boolean => /[a-z]/i.test(host) && !host.includes(':');
