/** A text somewhere in a block, with its place (`elements/0/text`). */
export interface PlacedText {
  readonly at: string;
  readonly type: string;
  readonly field: string;
  readonly text: string;
}

/** Every string that a block holds, with the type of the object that holds it. */
export function textsOf(value: unknown, at = '', holder = ''): readonly PlacedText[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${at}/${index}`, holder));
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value && typeof value.type === 'string' ? value.type : holder;
  return Object.entries(value).flatMap(([field, held]): readonly PlacedText[] =>
    typeof held === 'string'
      ? [{ at: `${at}/${field}`, type, field, text: held }]
      : textsOf(held, `${at}/${field}`, type),
  );
}

/** What Slack counts towards the sum over a message's blocks. */
export function sizeOfTexts(block: unknown): number {
  return textsOf(block).reduce((sum, { field, text }) => sum + (field === 'text' ? text.length : 0), 0);
}
