import { groupByListen, type ListenGroup } from './choose-server.ts';
import { type ConfigDirective, withInside } from './config-directive.ts';
import { type ResolvedFragment, resolveIncludes } from './resolve-includes.ts';
import type { Forest } from './tree-builder.ts';

/** The configuration in a paste, from a single line to a whole `nginx -T`. */
export interface Configuration {
  /** Every directive, outer ones before what they hold. */
  readonly all: readonly ConfigDirective[];
  /** What stands outside all blocks, and in `events`. */
  readonly main: ConfigDirective;
  /** What stands in `http`, or stood there before it was pasted without: then nothing is known to be missing. */
  readonly http: ConfigDirective;
  /** `server` blocks of HTTP; of locations that were pasted alone, a block that is assumed around them. */
  readonly servers: readonly ConfigDirective[];
  readonly streamServers: readonly ConfigDirective[];
  /** The same servers by where they listen; assumed ones are left out. */
  readonly groups: readonly ListenGroup[];
  readonly streamGroups: readonly ListenGroup[];
  /** By name; the first one of each. */
  readonly upstreams: ReadonlyMap<string, ConfigDirective>;
}

/** Of a paste without any. */
export const NO_CONFIGURATION: Configuration = {
  all: [],
  main: toMain([], []),
  http: toLevel('http', []),
  servers: [],
  streamServers: [],
  groups: [],
  streamGroups: [],
  upstreams: new Map(),
};

const OUTERMOST: ReadonlySet<string> = new Set(['http', 'events', 'stream', 'mail']);
const BELOW_HTTP: ReadonlySet<string> = new Set(['server', 'upstream', 'map', 'geo', 'split_clients']);

/** Sorts what was pasted by the level that it belongs to. */
export function toConfiguration(forest: Forest): Configuration {
  const fragments = resolveIncludes(forest);
  const roots = fragments.flatMap(({ inside }) => inside);
  const blocks = (name: string): readonly ConfigDirective[] => roots.filter((one) => one.name === name && one.inside);
  const http = [...blocks('http').flatMap(insideOf), ...fragments.flatMap(looseHttp)];
  const stream = blocks('stream').flatMap(insideOf);
  const upstreams = new Map<string, ConfigDirective>();
  for (const block of [...http, ...stream]) {
    const [name = ''] = block.args;
    if (block.name === 'upstream' && block.inside && !upstreams.has(name)) upstreams.set(name, block);
  }
  return {
    all: flatten(roots),
    main: toMain([...roots.filter(({ inside }) => !inside), ...blocks('events').flatMap(insideOf)], blocks('events')),
    http: toLevel('http', http, blocks('http')),
    servers: [...http.filter(isServer), ...fragments.flatMap(assumeServer)],
    streamServers: stream.filter(isServer),
    groups: groupByListen(http.filter(isServer)),
    streamGroups: groupByListen(stream.filter(isServer)),
    upstreams,
  };
}

function toLevel(
  name: string,
  inside: readonly ConfigDirective[],
  blocks: readonly ConfigDirective[] = [],
): ConfigDirective {
  const records = blocks.flatMap((block) => block.records);
  const isWhole = blocks.every((block) => block.isWhole);
  return withInside({ name, args: [], file: null, records, isWhole, isTerminated: true }, inside);
}

/** Without `events`, which every main file has, only a part was pasted. */
function toMain(inside: readonly ConfigDirective[], events: readonly ConfigDirective[]): ConfigDirective {
  const isWhole = events.length > 0 && events.every((block) => block.isWhole);
  return { ...toLevel('main', inside, events), isWhole };
}

/** What stands in a block; empty for a directive without braces. */
const insideOf = (directive: ConfigDirective): readonly ConfigDirective[] => directive.inside ?? [];

const isServer = ({ name, inside }: ConfigDirective): boolean => name === 'server' && inside !== null;
const isBelowHttp = ({ name, inside }: ConfigDirective): boolean => BELOW_HTTP.has(name) && inside !== null;
const isOutermost = ({ name, inside }: ConfigDirective): boolean => OUTERMOST.has(name) && inside !== null;

/** A site's file begins inside `http`. */
function looseHttp({ inside }: ResolvedFragment): readonly ConfigDirective[] {
  const isMain = inside.some(isOutermost);
  const isSite = !isMain && inside.some(isBelowHttp);
  return inside.filter((one) => isBelowHttp(one) || (isSite && one.inside === null));
}

/** Locations without their server, or lines of a location alone. */
function assumeServer({ file, inside }: ResolvedFragment): readonly ConfigDirective[] {
  const isOuter = inside.some((one) => isOutermost(one) || isBelowHttp(one));
  const own = inside.filter((one) => (isOuter ? one.name === 'location' && one.inside !== null : true));
  return own.length === 0
    ? []
    : [withInside({ name: 'server', args: [], file, records: [], isWhole: false, isTerminated: true }, own)];
}

function flatten(directives: readonly ConfigDirective[]): readonly ConfigDirective[] {
  const all: ConfigDirective[] = [];
  const waiting = directives.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next);
    for (const inner of insideOf(next).toReversed()) waiting.push(inner);
  }
  return all;
}
