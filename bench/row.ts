import type { Figure } from './numbers.ts';

/** What is asked of a figure: at most `must`, better at most `aim`. */
export interface Target {
  readonly must: number;
  readonly aim?: number;
}

/** A line of the table. */
export interface Row {
  /** What was measured: `error log ÷ floor`. */
  readonly what: string;
  readonly figure: Figure;
  /** `×`, `ms`, `MB`, `s` or nothing. */
  readonly unit: string;
  /** Null where the figure is told for its own sake. */
  readonly target: Target | null;
  /** True for what no other figure counts without. */
  readonly isCondition?: boolean;
  /** The absolute figures behind it. */
  readonly note?: string;
}

export type Verdict = 'aim' | 'met' | 'MISSED' | '';

/** Where a figure lies; empty without a target. */
export function verdictOf({ figure, target }: Row): Verdict {
  if (!target) return '';
  // what could not be measured is no number, and has missed it, too
  if (!(figure.median <= target.must)) return 'MISSED';
  return target.aim === undefined || figure.median <= target.aim ? 'aim' : 'met';
}
