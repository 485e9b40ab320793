/** What a field of a block or element may hold. Lengths are in characters, as Slack counts them. */
export type Rule =
  | { readonly is: 'string'; readonly min?: number; readonly max?: number }
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly is: 'boolean' }
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  | { readonly is: 'text'; readonly max: number; readonly plain?: true }
  | { readonly is: 'part'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly min?: number; readonly max?: number; readonly of: Rule }
  | { readonly is: 'anything' };

/** The fields that a type may have; any other field is refused, as Slack does. */
export interface Shape {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Rule>>;
}

export const string = (max?: number, min = 1): Rule =>
  max === undefined ? { is: 'string', min } : { is: 'string', min, max };
export const text = (max: number): Rule => ({ is: 'text', max });
export const plain = (max: number): Rule => ({ is: 'text', max, plain: true });
export const part = (...of: readonly string[]): Rule => ({ is: 'part', of });
export const list = (of: Rule, max?: number, min = 1): Rule =>
  max === undefined ? { is: 'list', min, of } : { is: 'list', min, max, of };
export const oneOf = (...values: readonly string[]): Rule => ({ is: 'one-of', values });
export const number = (min?: number, max?: number): Rule => ({
  is: 'number',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
export const yesNo: Rule = { is: 'boolean' };
export const anything: Rule = { is: 'anything' };

/** Builds a shape; `required` names some of its fields. */
export function shape(required: readonly string[], fields: Readonly<Record<string, Rule>>): Shape {
  return { required, fields };
}
