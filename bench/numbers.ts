/** A measured number: the median of several rounds, and the lowest and highest of them. */
export interface Figure {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Sums up what the rounds gave. Throws without rounds. */
export function toFigure(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) throw new RangeError('no rounds');
  return { median: quantile(sorted, 0.5), low, high };
}

/** The value below which this share of an ascending list lies. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}

/** Round by round, how many times as much `ours` took as `theirs`: what slows down a whole round cancels out. */
export function toRatio(ours: readonly number[], theirs: readonly number[]): Figure {
  return toFigure(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

/** The power of the size with which the cost grows from one size to another: 1 is in proportion. */
export function exponentOf(small: { size: number; cost: number }, large: { size: number; cost: number }): number {
  return Math.log(large.cost / small.cost) / Math.log(large.size / small.size);
}
