import type { Quote } from '../reply/reply.ts';
import type { Moment } from './moment.ts';

/** Whether a fix worked, as far as lines show. A line after the change that fails decides against it; silence decides nothing. */
export interface FixVerdict {
  readonly kind: 'fixed' | 'still-failing' | 'not-decidable';
  /** The entry of the error that was to be fixed; null for one without an entry. */
  readonly entry: string | null;
  readonly title: string;
  /** The verdict with what it rests on, in a sentence or two. */
  readonly says: string;
  /** From when on lines count; `at` is a time of day on the log's clock, or in UTC, and then it says so. */
  readonly since: { readonly at: string; readonly source: Moment['source'] };
  /** Requests of the failing route after the change: those that got through, and those that failed. */
  readonly passed: number;
  readonly failed: number;
  /** The lines that it rests on: the first that fails, or the first and the last that got through. */
  readonly quotes: readonly Quote[];
  /** What to paste next; null where nothing is missing. */
  readonly ask: { readonly do: string; readonly run: string } | null;
}
