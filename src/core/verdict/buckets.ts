import { copy } from '../scan/copy.ts';
import type { KeptLine } from '../scan/log-groups.ts';

/** Lines of one kind within one stretch of time, and one line that stands for them. */
export interface Bucket {
  readonly line: KeptLine;
  readonly count: number;
}

/** Counts lines by kind over time. */
export interface Buckets {
  /** `wall` is the line's time in seconds on its log's clock. `keep` names the line that is to stand for a bucket: of failures the
   * last one and of successes the first one, so that a bucket across the change is never taken for a success after it. */
  readonly add: (kind: string, wall: number, line: KeptLine, keep: 'first' | 'last') => void;
  readonly all: () => readonly Bucket[];
}

const MOST_BUCKETS = 6_000;

interface Open {
  readonly kind: string;
  readonly wall: number;
  readonly keep: 'first' | 'last';
  line: KeptLine;
  count: number;
}

/** Starts with buckets of one second; whenever there are too many, they become twice as long. A border lies at `border`, so that no
 * bucket goes across it. Kinds beyond the bound are counted no longer. */
export function createBuckets(border: number): Buckets {
  let seconds = 1;
  let buckets = new Map<string, Open>();

  const keyOf = (kind: string, wall: number): string => `${Math.ceil((wall - border) / seconds)} ${kind}`;
  const put = (one: Open): void => {
    const key = keyOf(one.kind, one.wall);
    const known = buckets.get(key);
    if (!known) {
      buckets.set(key, one);
      return;
    }
    known.count += one.count;
    if (isBetter(one.line, known)) known.line = one.line;
  };
  const coarsen = (): void => {
    const all = [...buckets.values()];
    buckets = new Map();
    seconds *= 2;
    for (const one of all) put(one);
  };

  return {
    add: (kind, wall, line, keep) => {
      const known = buckets.get(keyOf(kind, wall));
      if (known) {
        known.count += 1;
        if (isBetter(line, known)) known.line = { number: line.number, text: copy(line.text) };
        return;
      }
      // a day in one bucket is as coarse as it gets
      while (buckets.size >= MOST_BUCKETS && seconds < 86_400) coarsen();
      if (buckets.size >= MOST_BUCKETS) return;
      put({ kind: copy(kind), wall, keep, line: { number: line.number, text: copy(line.text) }, count: 1 });
    },
    all: () => [...buckets.values()],
  };
}

/** Logs are written in the order of time. */
function isBetter(line: KeptLine, { keep, line: known }: Open): boolean {
  return keep === 'last' ? line.number > known.number : line.number < known.number;
}
