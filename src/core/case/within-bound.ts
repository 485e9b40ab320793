/** More of a case tells no more about its cause; what a log holds must not grow without bounds. */
export const MOST_FINDINGS = 12;
export const MOST_LINES_OF_FINDING = 40;
export const MOST_OTHERS = 200;
export const MOST_SHOWN = 100;

/** The first and the last items, where there are too many: the first hold what happened, the last what came of it. */
export function withinBound<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const half = Math.floor(most / 2);
  return [...items.slice(0, most - half), ...items.slice(items.length - half)];
}
