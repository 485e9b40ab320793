import type { NameLines } from './line-names.ts';
import type { Paint } from './paint.ts';

/** How a reply is drawn on this terminal. */
export interface Look {
  /** Width of prose; commands and changes are never wrapped. */
  readonly columns: number;
  readonly paint: Paint;
  readonly nameLines: NameLines;
  /** Draws counts as one line of bars; null where a reply has nothing to plot, so that what draws is loaded for others only. */
  readonly drawSparkline: ((counts: readonly number[]) => string) | null;
  /** `short`: what helps the next action. `full`: everything that the reply holds. */
  readonly detail: 'short' | 'full';
}
