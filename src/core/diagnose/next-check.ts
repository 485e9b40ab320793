import type { Check, Entry } from '../entry.ts';
import type { RankedCause } from './rank-causes.ts';

/** What an outcome must be worth, in bits, before a reader is asked to run something. */
const LEAST_GAIN = 0.05;

/** The check whose outcomes separate the causes best under the current ranking: the highest expected information.
 * Null when a cause is confirmed or nothing would tell more. */
export function nextCheck(entry: Entry, ranked: readonly RankedCause[]): Check | null {
  if (ranked.some(({ confidence }) => confidence === 'confirmed') || ranked.length < 2) return null;
  const best = entry.checks
    .map((check) => ({ check, gain: expectedGain(check, ranked) }))
    .toSorted((a, b) => b.gain - a.gain)[0];
  return best && best.gain >= LEAST_GAIN ? best.check : null;
}

/** Bits: the entropy of the ranking less the expected entropy after the check. A cause that no outcome names may give any of them. */
function expectedGain(check: Check, ranked: readonly RankedCause[]): number {
  const named = new Set(check.outcomes.flatMap(({ means }) => means));
  const before = entropy(ranked.map(({ probability }) => probability));
  const after = check.outcomes.map(({ means }) => {
    const joint = ranked.map(({ cause, probability }) => probability * likelihood(cause.id, means, named, check));
    const total = joint.reduce((sum, share) => sum + share, 0);
    return total === 0 ? 0 : total * entropy(joint.map((share) => share / total));
  });
  return before - after.reduce((sum, bits) => sum + bits, 0);
}

function likelihood(id: string, means: readonly string[], named: ReadonlySet<string>, check: Check): number {
  if (!named.has(id)) return 1 / check.outcomes.length;
  if (!means.includes(id)) return 0;
  return 1 / check.outcomes.filter((outcome) => outcome.means.includes(id)).length;
}

const entropy = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
