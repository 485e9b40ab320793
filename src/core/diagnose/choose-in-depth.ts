import type { Finding } from '../identify/finding.ts';

/** The at most `most` findings that get their causes, checks and fixes, of all in the order in which they are told: one of every entry
 * first, then one on other servers and upstreams. Whoever pastes more reads the first few of them, and each costs time. */
export function chooseInDepth(ordered: readonly Finding[], most: number): ReadonlySet<Finding> {
  if (ordered.length <= most) return new Set(ordered);
  const firsts = new Map<string, Finding>();
  for (const finding of ordered) {
    const name = finding.entry?.id ?? finding.template;
    if (!firsts.has(name)) firsts.set(name, finding);
  }
  return new Set([...new Set([...firsts.values(), ...ordered])].slice(0, most));
}
