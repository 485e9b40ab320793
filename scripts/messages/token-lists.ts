import type { PlacedToken } from './source-file.ts';

/** A list of tokens: an argument, an expression. */
export type Tokens = readonly PlacedToken[];

const DEEPER = new Set(['(', '[', '{']);
const SHALLOWER = new Set([')', ']', '}']);

/** The tokens between the bracket at `open` and its counterpart, split at commas that stand in no inner bracket. */
export function splitArguments(
  tokens: Tokens,
  open: number,
): { readonly list: readonly Tokens[]; readonly end: number } {
  const list: PlacedToken[][] = [[]];
  let depth = 0;
  let end = open;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (!token) break;
    const mark = token.kind === 'punctuation' ? token.text : '';
    if (SHALLOWER.has(mark)) depth -= 1;
    if (depth === 0 && end > open) break;
    if (depth === 1 && mark === ',') list.push([]);
    else if (end > open) list.at(-1)?.push(token);
    if (DEEPER.has(mark)) depth += 1;
  }
  return { list, end };
}

/** From `start` up to the next `;` (or the list's end). */
export function untilSemicolon(tokens: Tokens, start: number): Tokens {
  const end = tokens.findIndex((token, index) => index >= start && token.text === ';' && token.kind === 'punctuation');
  return tokens.slice(start, end < 0 ? tokens.length : end);
}

/** The expression as one word, to test it against a pattern: `&rc->err`. Strings keep their quotes. */
export const toCode = (tokens: Tokens): string =>
  tokens.map(({ kind, text }) => (kind === 'string' ? JSON.stringify(text) : text)).join('');
