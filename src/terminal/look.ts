import type { NameLines } from './line-names.ts';
import type { Paint } from './paint.ts';

/** How a reply is drawn on this terminal. */
export interface Look {
  /** Width of prose; commands and changes are never wrapped. */
  readonly columns: number;
  readonly paint: Paint;
  readonly nameLines: NameLines;
  /** `short`: what helps the next action. `full`: everything that the reply holds. */
  readonly detail: 'short' | 'full';
}
