import { type ConfigDirective, directivesIn } from './config-directive.ts';
import type { Configuration } from './configuration.ts';
import { findInForce, type InForce } from './levels.ts';
import { defaultOf, type Reference } from './reference.ts';
import type { Route } from './route.ts';

/** What is needed to tell the value that a directive has for a request. */
export interface ValueContext {
  readonly configuration: Configuration;
  readonly reference: Reference;
  /** Of nginx, as a pasted line names it. */
  readonly version: string | null;
}

/** A directive's name with `*_` replaced by the family of the route's pass; null where nothing tells it. */
export function nameOn(name: string, route: Route): string | null {
  if (!name.startsWith('*_')) return name;
  return route.family === null ? null : `${route.family}${name.slice(1)}`;
}

/** The directives of a name that hold for a route: of its location or inherited; those of its upstream group where the reference
 * knows the directive only there; those of the main level and of `events`. */
export function inForceOn(route: Route, name: string, { configuration, reference }: ValueContext): InForce {
  const own = blocksOn(route, name);
  if (own) return { directives: own, isCertain: true };
  if (isOfUpstream(name, reference)) return inUpstream(route, name);
  const isOfMain = reference.get(name)?.contexts.some((context) => context === 'main' || context === 'events') === true;
  return findInForce(name, [...route.levels, configuration.http, ...(isOfMain ? [configuration.main] : [])]);
}

/** The arguments that hold for a route: written, or by default as far as the whole way to the request is in the paste. Null where
 * that can't be told. */
export function valueOn(
  route: Route,
  name: string,
  context: ValueContext,
): { readonly args: readonly string[]; readonly directives: readonly ConfigDirective[] } | null {
  const { directives, isCertain } = inForceOn(route, name, context);
  const last = directives.at(-1);
  if (last) return { args: last.args, directives };
  const value = isCertain && route.isCertain ? defaultOf(name, context.version, context.reference) : null;
  return value === null ? null : { args: value.split(' '), directives: [] };
}

function blocksOn(route: Route, name: string): readonly ConfigDirective[] | null {
  const blocks: Readonly<Record<string, ConfigDirective | null>> = {
    server: route.server,
    location: route.location,
    upstream: route.upstream,
  };
  if (!Object.hasOwn(blocks, name)) return null;
  const block = blocks[name];
  return block ? [block] : [];
}

function isOfUpstream(name: string, reference: Reference): boolean {
  const contexts = reference.get(name)?.contexts ?? [];
  return contexts.includes('upstream') && !contexts.includes('location');
}

/** A pass without a group has none of a group's directives. */
function inUpstream({ upstream, pass }: Route, name: string): InForce {
  if (!upstream)
    return { directives: [], isCertain: pass !== null && !pass.hasVariables && /[.:]/.test(pass.target.host ?? '.') };
  return { directives: directivesIn(upstream, name), isCertain: upstream.isWhole };
}
