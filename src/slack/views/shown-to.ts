import type { RowState } from './row-state.ts';

/** Who reads an answer, and what its buttons need. `thread`: everybody in a thread. `asker`: one person, who may share it.
 * `shared`: a channel that didn't see the paste. */
export interface ShownTo {
  readonly row: RowState;
  /** Where the paste can be found again, for the buttons' values; null where there can be no buttons. */
  readonly source: string | null;
  /** What could not be read of the paste. */
  readonly notices: readonly string[];
}
