import type { Timeline } from '../core/timeline/timeline.ts';

/** What draws a timeline as bars of characters; null where there is none, for loading it takes a while. */
export async function loadSparkline(
  timeline: Timeline | null,
): Promise<((counts: readonly number[]) => string) | null> {
  if (timeline === null) return null;
  const { default: sparkly } = await import('sparkly');
  return (counts) => sparkly([...counts], { minimum: 0 });
}
