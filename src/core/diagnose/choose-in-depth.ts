import type { Finding } from '../identify/finding.ts';

/** So many findings get their causes, checks and fixes. Whoever pastes more reads the first few of them, and each costs time. */
const MOST_IN_DEPTH = 8;

/** The findings that are told in depth, of all in the order in which they are told: one of every entry first, then one on other
 * servers and upstreams. */
export function chooseInDepth(ordered: readonly Finding[]): ReadonlySet<Finding> {
  if (ordered.length <= MOST_IN_DEPTH) return new Set(ordered);
  const firsts = new Map<string, Finding>();
  for (const finding of ordered) {
    const name = finding.entry?.id ?? finding.template;
    if (!firsts.has(name)) firsts.set(name, finding);
  }
  return new Set([...new Set([...firsts.values(), ...ordered])].slice(0, MOST_IN_DEPTH));
}
