import type { Quote } from '../../core/reply/reply.ts';

const SHOWN = 6;

/** Pasted lines as their reader finds them again: `line 9`, `lines 4–6, 9`, `lines 1, 3, 5, 7, 9, 11 and 40 more`. Without a line of
 * this paste they stood in an earlier one of the case. */
export function nameLines(lines: readonly number[]): string {
  if (lines.length === 0) return 'an earlier paste';
  const runs = toRuns([...new Set(lines)].toSorted((a, b) => a - b));
  const named = runs.slice(0, SHOWN).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  const left = runs.slice(SHOWN).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const list = left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ');
  return new Set(lines).size === 1 ? `line ${list}` : `lines ${list}`;
}

/** Quoted lines, those of earlier pastes of the case after those of this one: `lines 2, 4, line 1 of paste 1`. */
export function nameQuotes(quotes: readonly Quote[]): string {
  const here = quotes.flatMap(({ line, paste }) => (paste === undefined ? [line] : []));
  const earlier = Map.groupBy(
    quotes.filter(({ paste }) => paste !== undefined),
    ({ paste }) => paste ?? 0,
  );
  const names = [...earlier].map(([paste, of]) => `${nameLines(of.map(({ line }) => line))} of paste ${paste}`);
  return [...(here.length > 0 ? [nameLines(here)] : []), ...names].join(', ');
}

interface Run {
  readonly first: number;
  readonly last: number;
}

function toRuns(lines: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const open = runs.at(-1);
    if (open && line === open.last + 1) runs[runs.length - 1] = { first: open.first, last: line };
    else runs.push({ first: line, last: line });
  }
  return runs;
}
