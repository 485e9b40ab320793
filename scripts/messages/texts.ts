import { joinStrings, type Macros } from './macros.ts';
import type { Platform } from './platform.ts';
import type { PlacedToken, SourceFile } from './source-file.ts';
import { splitArguments, type Tokens, untilSemicolon } from './token-lists.ts';

/** A string that the source holds or composes. */
export interface Text {
  readonly text: string;
  readonly platform: Platform;
  /** Where its first literal stands. */
  readonly line: number;
}

/** Where an expression stands: what its names can mean. */
export interface Scope {
  readonly macros: Macros;
  /** The function's tokens: a variable's texts are those assigned to it there. */
  readonly body: Tokens;
  /** All tokens of the file: a table's texts are those in its initialiser. */
  readonly source: SourceFile;
}

const MOST_NESTED = 3;

/** Every text that an expression can be: joined literals and macros, both sides of `?:`, a variable's assignments,
 * a table's rows. Empty where it is known at run time only. */
export function readTexts(expression: Tokens, scope: Scope, depth = 0): readonly Text[] {
  const tokens = withoutCast(expression);
  const first = tokens[0];
  if (!first || depth > MOST_NESTED) return [];
  const question = tokens.findIndex(({ kind, text }) => kind === 'punctuation' && text === '?');
  if (question >= 0) return readChoice(tokens, question, scope, depth);
  const joined = joinStrings(tokens, scope.macros, first.platform);
  if (joined.length > 0) return joined.filter(isWritten(scope)).map((text) => ({ ...text, line: first.line }));
  if (first.kind !== 'name') return [];
  if (first.text === 'lua_pushfstring') return readTexts(splitArguments(tokens, 1).list[1] ?? [], scope, depth + 1);
  if (tokens.length === 1) return variableTexts(first.text, scope, depth + 1);
  return tokens[1]?.text === '[' && tokens.at(-1)?.text === ']' ? tableTexts(first.text, scope) : [];
}

/** A variable gets its texts in the function, or in one of the same file that is handed its address. */
function variableTexts(name: string, scope: Scope, depth: number): readonly Text[] {
  const own = assignedTexts(scope.body, name, scope, depth);
  if (own.length > 0) return own;
  const filledBy = calledWithAddress(scope.body, name);
  return scope.source.sections
    .filter((section) => filledBy.has(section.name))
    .flatMap(({ tokens }) => assignedTexts(tokens, name, { ...scope, body: tokens }, depth));
}

function calledWithAddress(body: Tokens, name: string): ReadonlySet<string> {
  const called = body.filter((token, index) => {
    if (token.kind !== 'name' || body[index + 1]?.text !== '(') return false;
    return splitArguments(body, index + 1).list.some(
      (one) => one.length === 2 && one[0]?.text === '&' && one[1]?.text === name,
    );
  });
  return new Set(called.map(({ text }) => text));
}

/** The unix folder is never compiled on Windows. */
const isWritten =
  ({ source }: Scope) =>
  ({ platform }: { readonly platform: Platform }): boolean =>
    platform !== 'win32' || !source.file.includes('/unix/');

function readChoice(tokens: Tokens, question: number, scope: Scope, depth: number): readonly Text[] {
  const colon = tokens.findLastIndex(({ kind, text }) => kind === 'punctuation' && text === ':');
  return [
    ...readTexts(tokens.slice(question + 1, colon), scope, depth + 1),
    ...readTexts(tokens.slice(colon + 1), scope, depth + 1),
  ];
}

function withoutCast(tokens: Tokens): Tokens {
  if (tokens[0]?.text !== '(') return tokens;
  const { end } = splitArguments(tokens, 0);
  if (end === tokens.length - 1) return withoutCast(tokens.slice(1, -1));
  const isCast = tokens.slice(1, end).every(({ kind, text }) => kind === 'name' || text === '*');
  return isCast ? withoutCast(tokens.slice(end + 1)) : tokens;
}

/** What is assigned to the variable or member `name` in `body`: `err = "…"`, `*err = "…"`, `u->err = "…"`. */
export function assignedTexts(body: Tokens, name: string, scope: Scope, depth = 0): readonly Text[] {
  return body.flatMap((token, index) => {
    const assigned = token.kind === 'name' && token.text === name && body[index + 1]?.text === '=';
    return assigned ? readTexts(untilSemicolon(body, index + 2), scope, depth) : [];
  });
}

const FORMATTERS: ReadonlyMap<string, number> = new Map([
  ['ngx_sprintf', 1],
  ['ngx_snprintf', 2],
  ['ngx_slprintf', 2],
]);

/** What is formatted into the buffer that `buffer` recognises: `ngx_sprintf(shpool->log_ctx, "…%Z")`. */
export function formattedTexts(body: Tokens, buffer: RegExp, scope: Scope): readonly Text[] {
  return body.flatMap((token, index) => {
    const format = FORMATTERS.get(token.text);
    if (format === undefined || body[index + 1]?.text !== '(') return [];
    const { list } = splitArguments(body, index + 1);
    const [target = [], ...rest] = list;
    const into = target.map(({ text }) => text).join('');
    return buffer.test(into) ? readTexts(rest[format - 1] ?? [], scope) : [];
  });
}

/** The strings between the braces of `name[] = { … }`. */
function tableTexts(name: string, scope: Scope): readonly Text[] {
  const tokens = scope.source.sections.flatMap((section) => section.tokens);
  const at = tokens.findIndex((token, index) => isTable(tokens, token, index, name));
  if (at < 0) return [];
  const open = tokens.findIndex((token, index) => index > at && token.text === '{');
  return splitArguments(tokens, open).list.flatMap((row) => readTexts(row, { ...scope, body: [] }));
}

function isTable(tokens: Tokens, token: PlacedToken, index: number, name: string): boolean {
  if (token.kind !== 'name' || token.text !== name || tokens[index + 1]?.text !== '[') return false;
  const { end } = splitArguments(tokens, index + 1);
  return tokens[end + 1]?.text === '=' && tokens[end + 2]?.text === '{';
}
