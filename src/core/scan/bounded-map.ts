/** A map that hostile input can't grow: at its limit it says so and takes no new key. */
export interface BoundedMap<V> {
  readonly get: (key: string) => V | undefined;
  /** False when the key is new and there is no room; counted in `leftOut`. */
  readonly set: (key: string, value: V) => boolean;
  readonly values: () => IterableIterator<V>;
  readonly entries: () => IterableIterator<[string, V]>;
  readonly leftOut: () => number;
}

/** Keys are copied, so that a short key never keeps a long line alive. */
export function createBoundedMap<V>(limit: number): BoundedMap<V> {
  const map = new Map<string, V>();
  let leftOut = 0;
  return {
    get: (key) => map.get(key),
    set: (key, value) => {
      if (map.size >= limit && !map.has(key)) {
        leftOut += 1;
        return false;
      }
      map.set(copy(key), value);
      return true;
    },
    values: () => map.values(),
    entries: () => map.entries(),
    leftOut: () => leftOut,
  };
}

/** A string of its own: V8's slices of 13 and more characters keep the whole line that they came from. */
export function copy(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}
