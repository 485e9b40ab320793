/** What a paste changed in its case. */
export interface CaseChange {
  readonly kind: ChangeKind;
  /** The first line of the reply: what changed and why, in a sentence or two. */
  readonly says: string;
  /** What else changed, about other errors of the case, a sentence each. */
  readonly also: readonly string[];
  /** The place in `Reply.answers` of the error that it is about; null where there is none. */
  readonly about: number | null;
}

/** The least telling first. `unreadable`: nothing in the paste says anything. `same`: nothing changed. `noticed`: only something harmless is new. `repeated`: the same error again. `less-likely`, `likelier`: the order or
 * the odds moved. `consequence`, `new-error`: an error that was not there before, explained by a known one or not. `found`: the first error.
 * `unsettled`: less sure than before. `likely`, `decided`: surer, or certain. `explained`: a new error explains the known ones.
 * `overturned`: another cause than the one that was told. */
export const CHANGE_KINDS = [
  'unreadable',
  'same',
  'noticed',
  'repeated',
  'consequence',
  'less-likely',
  'likelier',
  'new-error',
  'found',
  'unsettled',
  'likely',
  'explained',
  'decided',
  'overturned',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
