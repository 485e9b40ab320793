/** Random numbers that are the same on every machine. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** The index of one of `items`, the first ones far more often: Zipf's law with this exponent. */
  readonly zipf: (items: number, exponent: number) => number;
}

/** xorshift32, see G. Marsaglia, Xorshift RNGs (2003). */
export function createRandom(seed: number): Random {
  let state = seed | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  const tables = new Map<string, Float64Array>();
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    zipf: (items, exponent) => {
      const key = `${items} ${exponent}`;
      const table = tables.get(key) ?? zipfTable(items, exponent);
      tables.set(key, table);
      return search(table, next());
    },
  };
}

function zipfTable(items: number, exponent: number): Float64Array {
  const table = new Float64Array(items);
  let sum = 0;
  for (let item = 0; item < items; item += 1) {
    sum += 1 / (item + 1) ** exponent;
    table[item] = sum;
  }
  return table.map((value) => value / sum);
}

function search(table: Float64Array, value: number): number {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 1) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
