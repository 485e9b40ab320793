import { type ConfigDirective, directivesIn } from './config-directive.ts';
import { passOf } from './pass.ts';
import type { MatchPattern } from './patterns.ts';

/** Where nginx's search for a location ends. */
export interface ChosenLocation {
  /** Outermost first; empty where the block itself serves the request. */
  readonly path: readonly ConfigDirective[];
  /** `$0`, `$1` … of the innermost regular expression. */
  readonly captures: readonly (string | undefined)[];
  /** True where nginx answers with a redirect that adds the slash at the end. */
  readonly isSlashRedirect: boolean;
  /** False where an expression on the way could not be judged. */
  readonly isCertain: boolean;
}

interface Location {
  readonly directive: ConfigDirective;
  readonly kind: 'exact' | 'prefix' | 'firm-prefix' | 'regex' | 'caseless-regex' | 'named';
  readonly name: string;
}

/** What a `location` line says, with its modifier apart from its name or not. Null for another directive.
 * Source: nginx src/http/ngx_http_core_module.c ngx_http_core_location. */
export function parseLocation(directive: ConfigDirective): Location | null {
  if (directive.name !== 'location' || directive.inside === null) return null;
  const [first = '', second] = directive.args;
  const modifier = second === undefined ? (/^(?:=|\^~|~\*|~|@)/.exec(first)?.[0] ?? '') : first;
  const name = second ?? (modifier === '@' ? first : first.slice(modifier.length));
  return { directive, kind: KINDS[modifier] ?? 'prefix', name };
}

const KINDS: Readonly<Record<string, Location['kind']>> = {
  '=': 'exact',
  '^~': 'firm-prefix',
  '~': 'regex',
  '~*': 'caseless-regex',
  '@': 'named',
};

/** Chooses the location for a normalised URI: an exact one, else the longest prefix with what is nested in it, unless `^~` forbids
 * it overruled by the first expression that fits, in the order of the file.
 * Source: nginx src/http/ngx_http_core_module.c ngx_http_core_find_location. */
export function chooseLocation(block: ConfigDirective, uri: string, match: MatchPattern): ChosenLocation {
  const { isFinal: _, ...chosen } = search(block, uri, match);
  return chosen;
}

interface Found extends ChosenLocation {
  /** An exact location or an expression: outer levels look no further. */
  readonly isFinal: boolean;
}

const NOTHING: Found = { path: [], captures: [], isSlashRedirect: false, isCertain: true, isFinal: false };

function search(block: ConfigDirective, uri: string, match: MatchPattern): Found {
  const locations = directivesIn(block, 'location').flatMap((directive) => parseLocation(directive) ?? []);
  const exact = locations.find(({ kind, name }) => kind === 'exact' && name === uri);
  if (exact) return { ...NOTHING, path: [exact.directive], isFinal: true };
  const prefix = longestPrefix(locations, uri);
  const slash = prefix?.name === uri ? undefined : locations.find((one) => one.name === `${uri}/` && redirects(one));
  if (slash) return { ...NOTHING, path: [slash.directive], isSlashRedirect: true, isFinal: true };
  const inner = prefix ? search(prefix.directive, uri, match) : NOTHING;
  const nested: Found = prefix ? { ...inner, path: [prefix.directive, ...inner.path] } : NOTHING;
  if (inner.isFinal || prefix?.kind === 'firm-prefix') return nested;
  return searchExpressions(locations, uri, match, nested);
}

function searchExpressions(locations: readonly Location[], uri: string, match: MatchPattern, otherwise: Found): Found {
  let isCertain = otherwise.isCertain;
  for (const { kind, name, directive } of locations) {
    if (kind !== 'regex' && kind !== 'caseless-regex') continue;
    const captures = match(name, uri, kind === 'caseless-regex');
    if (captures === 'unknown') isCertain = false;
    if (typeof captures === 'string') continue;
    const inner = search(directive, uri, match);
    return {
      ...inner,
      path: [directive, ...inner.path],
      captures: inner.captures.length > 0 ? inner.captures : captures,
      isCertain: isCertain && inner.isCertain,
      isFinal: true,
    };
  }
  return { ...otherwise, isCertain };
}

function longestPrefix(locations: readonly Location[], uri: string): Location | undefined {
  return locations
    .filter(({ kind, name }) => (kind === 'prefix' || kind === 'firm-prefix') && uri.startsWith(name))
    .reduce<Location | undefined>((best, one) => (best && best.name.length >= one.name.length ? best : one), undefined);
}

/** Source: nginx src/http/modules/ngx_http_proxy_module.c ngx_http_proxy_pass (`auto_redirect`), and its siblings. */
const redirects = ({ kind, directive }: Location): boolean =>
  (kind === 'exact' || kind === 'prefix' || kind === 'firm-prefix') && passOf(directive) !== null;
