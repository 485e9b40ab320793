/** Why a sentence of a model is not shown. Metrics and reports count by these names. */
export type Fault =
  | 'unknown-id'
  | 'unknown-directive'
  | 'unknown-number'
  | 'unknown-place'
  | 'unknown-name'
  | 'command'
  | 'weakens-security'
  | 'link'
  | 'mention'
  | 'markup'
  | 'tells-of-its-instructions'
  | 'contradicts-ranking'
  | 'wrong-language'
  | 'too-long'
  | 'nothing-left';

/** These spoil the whole explanation: who writes one of them is not to be trusted with the next sentence. */
export const SPOILS: ReadonlySet<Fault> = new Set<Fault>([
  'weakens-security',
  'mention',
  'tells-of-its-instructions',
  'contradicts-ranking',
  'wrong-language',
]);
