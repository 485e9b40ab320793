import type { Entry } from '../entry.ts';

/** What users get when an error happens, from what its entry says they see: 413 of “A 413 from nginx”. */
export function failingStatuses(entry: Entry | null): ReadonlySet<number> {
  const told = (entry?.userSees ?? []).flatMap(({ text }) => text.match(/\b[45]\d\d\b/g) ?? []);
  return new Set(told.map(Number));
}
