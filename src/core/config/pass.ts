import { toUpstream, type Upstream } from '../facts/upstream.ts';
import type { ConfigDirective } from './config-directive.ts';

/** The directive that hands requests to a backend. */
export interface Pass {
  readonly directive: ConfigDirective;
  /** Before `_pass`; directives of the same family begin with it: `proxy_read_timeout`. */
  readonly family: 'proxy' | 'fastcgi' | 'uwsgi' | 'scgi' | 'grpc' | 'memcached';
  /** As written, with the scheme that the directive stands for where none is. */
  readonly target: Upstream;
  readonly hasVariables: boolean;
}

const FAMILIES = {
  proxy_pass: 'proxy',
  fastcgi_pass: 'fastcgi',
  uwsgi_pass: 'uwsgi',
  scgi_pass: 'scgi',
  grpc_pass: 'grpc',
  memcached_pass: 'memcached',
} as const;
const PASSES = Object.entries(FAMILIES);

/** The pass that stands directly in a block; null where none does. */
export function passOf(block: ConfigDirective): Pass | null {
  for (const [name, family] of PASSES) {
    const directive = block.named.get(name)?.[0];
    const value = directive?.args[0];
    if (!directive || value === undefined) continue;
    const hasScheme = /^[a-z]{2,10}:\/\//.test(value);
    const target = toUpstream(
      hasScheme || value.startsWith('$') || family === 'proxy' ? value : `${family}://${value}`,
    );
    if (target) return { directive, family, target, hasVariables: value.includes('$') };
  }
  return null;
}

/** The family that speaks a scheme of the log; null for one that no pass of HTTP has. */
export function familyOf(scheme: string | null): Pass['family'] | null {
  const base = scheme?.replace(/s$/, '');
  if (base === 'http') return 'proxy';
  return Object.values(FAMILIES).find((family) => family === base) ?? null;
}
