/** Makes choices that look random and are the same for the same seed. */
export interface Chooser {
  /** A whole number from 0 up to `count`, without it. */
  readonly below: (count: number) => number;
  /** One of `list`, which must not be empty. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
}

/** Starts a row of choices. Equal seeds, equal rows. */
export function createChooser(seed: number): Chooser {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to spread choices
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
