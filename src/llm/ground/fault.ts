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

/** For a person, behind "the model": what it did for which nothing of its explanation is shown. */
export const FAULT_WORDS: Readonly<Record<Fault, string>> = {
  'unknown-id': 'named a cause that the answer does not have',
  'unknown-directive': 'named a directive that the answer does not speak of',
  'unknown-number': 'gave a number that it was not told',
  'unknown-place': 'named a path, a host or an address that it was not told',
  'unknown-name': 'named something that it was not told of',
  command: 'wrote a command',
  'weakens-security': 'advised to give up a protection',
  link: 'wrote a link',
  mention: 'mentioned somebody',
  markup: 'wrote more than plain sentences',
  'tells-of-its-instructions': 'spoke of its own instructions',
  'contradicts-ranking': 'contradicted the answer',
  'wrong-language': 'wrote in another language than was asked for',
  'too-long': 'wrote too much',
  'nothing-left': 'wrote little that the facts bear out',
};
