import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CarriedOut } from './carry-out-fix.ts';
import type { Captured, Judged } from './levels.ts';
import type { Verified } from './verify.ts';

/** A fix that was carried out and verified, or why it wasn't: the entry's mark. */
export type Fixed =
  | { readonly title: string; readonly unconfirmed: string }
  | (CarriedOut & {
      readonly title: string;
      readonly verified: readonly Verified[];
      /** Why nginx goes on to write the line, where it rightly does. */
      readonly lineStays: string | null;
    });

/** What came of one scenario. */
export interface Result {
  /** `area/name`. */
  readonly name: string;
  readonly entry: string;
  readonly cause: string;
  readonly levels: readonly Judged[];
  readonly fix: Fixed;
  readonly captured: Captured;
  readonly seconds: number;
  /** Empty when all is as it should be. */
  readonly problems: readonly string[];
}

/** Scenarios that ran, and those that could not for want of software. */
export interface Results {
  readonly ran: readonly Result[];
  readonly skipped: readonly { readonly name: string; readonly missing: readonly string[] }[];
}

const FILE = fileURLToPath(new URL('results.json', import.meta.url));

/** What the last run wrote; empty before the first. */
export function readResults(): Results {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { ran: [], skipped: [] };
}

/** Adds the results of a run to those of earlier ones, so that a run of a few scenarios keeps the others. `begun` are those that this run
 * began, whether or not they came to a result; `names` are all there are. */
export function writeResults(fresh: Results, begun: ReadonlySet<string>, names: readonly string[]): void {
  const before = readResults();
  const isKept = ({ name }: { readonly name: string }): boolean => !begun.has(name) && names.includes(name);
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);
  const results: Results = {
    ran: [...before.ran.filter(isKept), ...fresh.ran].toSorted(byName),
    skipped: [...before.skipped.filter(isKept), ...fresh.skipped].toSorted(byName),
  };
  writeFileSync(FILE, JSON.stringify(results, null, 1));
}
