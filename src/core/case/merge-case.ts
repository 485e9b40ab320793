import { worseOf } from '../identify/finding.ts';
import type { CaseFacts, FindingFacts, Place, ShownFacts } from './case-facts.ts';
import { keyOfFacts } from './key-of-finding.ts';
import { MOST_FINDINGS, MOST_LINES_OF_FINDING, MOST_OTHERS, MOST_SHOWN, withinBound } from './within-bound.ts';
import { withoutRepeated } from './without-repeated.ts';

/** What two parts of a case say together, `later` after `earlier`. A line that was pasted again counts once, where it stood
 * first. Pastes are numbered on. Grouping doesn't matter: merging is associative as long as no bound is reached. */
export function mergeCase(earlier: CaseFacts, later: CaseFacts): CaseFacts {
  const moved = moveOn(later, earlier.pastes);
  return {
    version: 1,
    pastes: earlier.pastes + later.pastes,
    findings: withinBound(mergeFindings(earlier.findings, moved.findings), MOST_FINDINGS),
    others: withinBound([...earlier.others, ...withoutRepeated(moved.others, earlier.others)], MOST_OTHERS),
  };
}

function moveOn(facts: CaseFacts, by: number): CaseFacts {
  const move = <T extends Place>(place: T): T => ({ ...place, paste: place.paste + by });
  return {
    ...facts,
    findings: facts.findings.map((finding) => ({
      ...finding,
      lines: finding.lines.map(move),
      shown: finding.shown.map(move),
    })),
    others: facts.others.map(move),
  };
}

function mergeFindings(earlier: readonly FindingFacts[], later: readonly FindingFacts[]): readonly FindingFacts[] {
  const merged = new Map(earlier.map((finding) => [keyOfFacts(finding), finding]));
  for (const finding of later) {
    const key = keyOfFacts(finding);
    const known = merged.get(key);
    merged.set(key, known ? mergeFinding(known, finding) : finding);
  }
  return [...merged.values()];
}

function mergeFinding(earlier: FindingFacts, later: FindingFacts): FindingFacts {
  const added = withoutRepeated(later.lines, earlier.lines);
  return {
    ...earlier,
    tally: mergeTallies(earlier.tally, later.tally, later.lines.length - added.length, added.length),
    severity: worseOf(earlier.severity, later.severity),
    values: { ...later.values, ...earlier.values },
    lines: withinBound([...earlier.lines, ...added], MOST_LINES_OF_FINDING),
    shown: withinBound(mergeShown(earlier.shown, later.shown), MOST_SHOWN),
  };
}

type Counts = FindingFacts['tally'];

/** Where all lines that were kept of the later ones were known, the rest of them were, too. */
function mergeTallies(earlier: Counts, later: Counts, again: number, added: number): Counts {
  const count = added === 0 ? Math.max(earlier.count, later.count) : earlier.count + later.count - again;
  const times = [earlier.firstAt, earlier.lastAt, later.firstAt, later.lastAt]
    .filter((time) => time !== null)
    .toSorted();
  return { count, firstAt: times[0] ?? null, lastAt: times.at(-1) ?? null };
}

/** A signal is remembered with the line that showed it first. */
function mergeShown(earlier: readonly ShownFacts[], later: readonly ShownFacts[]): readonly ShownFacts[] {
  const known = new Set(earlier.map(({ signal }) => signal));
  return [...earlier, ...later.filter(({ signal }) => !known.has(signal))];
}
