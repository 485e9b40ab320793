/** What a hidden value is: `client-1` is the first client of a case. */
export type PseudonymKind = 'client' | 'site' | 'upstream' | 'path' | 'file' | 'user' | 'zone' | 'resolver';

/** Names that stand for values of one case, so that no value leaves this machine and all answers of a case speak of the same `upstream-1`. */
export interface Pseudonyms {
  /** The name of a value: the same for the same kind and value. */
  readonly nameOf: (kind: PseudonymKind, value: string) => string;
  /** The value behind a name such as `upstream-1`; null for a name that was never given. */
  readonly valueOf: (name: string) => string | null;
}

/** A case with more values than this is no incident that a model could explain; the rest share one name without a value. */
const MOST_VALUES = 500;

/** Starts the names of a case. */
export function createPseudonyms(): Pseudonyms {
  const names = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<PseudonymKind, number>();
  return {
    nameOf(kind, value) {
      const key = `${kind} ${value}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      if (names.size >= MOST_VALUES) return `${kind}-0`;
      const count = (counts.get(kind) ?? 0) + 1;
      const name = `${kind}-${count}`;
      counts.set(kind, count);
      names.set(key, name);
      values.set(name, value);
      return name;
    },
    valueOf: (name) => values.get(name) ?? null,
  };
}
