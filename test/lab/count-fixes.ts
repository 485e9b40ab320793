import type { Entry } from '../../src/core/entry.ts';
import type { Result } from './result.ts';

/** How many fixes of the knowledge the laboratory knows something about. */
export interface FixCounts {
  readonly all: number;
  /** Carried out by a scenario, and verified. */
  readonly carriedOut: number;
  /** The entry says why they can't be confirmed. */
  readonly marked: number;
  /** Untried, and nothing said of them. */
  readonly unreached: number;
}

/** Counts the fixes of entries that aren't retired. A fix is one entry's: the same title under another entry counts for itself. */
export function countFixes(entries: readonly Entry[], ran: readonly Result[]): FixCounts {
  const tried = new Set(
    ran.flatMap(({ entry, cause, fix }) =>
      'unconfirmed' in fix || fix.problems.length > 0 ? [] : [toKey(entry, cause, fix.title)],
    ),
  );
  const fixes = entries
    .filter(({ status }) => status === 'stable')
    .flatMap(({ id, causes }) =>
      causes.flatMap((cause) =>
        cause.fixes.map(({ title, unconfirmed }) => ({ key: toKey(id, cause.id, title), isMarked: !!unconfirmed })),
      ),
    );
  const carriedOut = fixes.filter(({ key }) => tried.has(key)).length;
  const marked = fixes.filter(({ isMarked }) => isMarked).length;
  return { all: fixes.length, carriedOut, marked, unreached: fixes.length - carriedOut - marked };
}

const toKey = (entry: string, cause: string, title: string): string => JSON.stringify([entry, cause, title]);
