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
function expectedGain({ outcomes }: Check, ranked: readonly RankedCause[]): number {
  const named = new Map<string, number>();
  for (const { means } of outcomes) for (const id of means) named.set(id, (named.get(id) ?? 0) + 1);
  const likelihood = (id: string, means: readonly string[]): number => {
    const times = named.get(id);
    if (times === undefined) return 1 / outcomes.length;
    return means.includes(id) ? 1 / times : 0;
  };
  let gain = weightedEntropy(ranked.map(({ probability }) => probability));
  for (const { means } of outcomes) {
    const joint = ranked.map(({ cause, probability }) => probability * likelihood(cause.id, means));
    gain -= weightedEntropy(joint);
  }
  return gain;
}

/** The entropy of shares that add up to less than one, times what they add up to. */
function weightedEntropy(shares: readonly number[]): number {
  let total = 0;
  let bits = 0;
  for (const share of shares) {
    if (share <= 0) continue;
    total += share;
    bits -= share * Math.log2(share);
  }
  return total > 0 ? bits + total * Math.log2(total) : 0;
}
