/** Something in the knowledge that must be changed, in words for its author. */
export interface Problem {
  /** Id of the entry, program of the companion, or a file of `knowledge/`. */
  readonly at: string;
  /** Where inside it: `causes[2].fixes[0].steps[1].run`; empty for the whole. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly text: string;
  /** An `error` fails the lint; a `warning` is only told. */
  readonly weight: 'error' | 'warning';
}
