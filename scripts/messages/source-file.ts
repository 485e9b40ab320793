import { followConditions, type Platform } from './platform.ts';
import { type Token, tokenise } from './tokens.ts';

/** A token of a function or table, with the system it is compiled on. */
export interface PlacedToken extends Token {
  readonly platform: Platform;
}

/** What stands between one name at column 0 and the next: a function with its body, or a table. */
interface Section {
  readonly name: string;
  readonly tokens: readonly PlacedToken[];
}

/** A string macro's value as tokens: strings and names of other macros. */
export interface Macro {
  readonly name: string;
  readonly value: readonly Token[];
  readonly platform: Platform;
}

/** One file of a source tree, taken apart. */
export interface SourceFile {
  /** Relative to the tree, with slashes: `src/core/nginx.c`. */
  readonly file: string;
  readonly sections: readonly Section[];
  readonly macros: readonly Macro[];
}

const LONGEST_TYPE = 6;

/** Takes a file apart by nginx's layout. */
export function readSource(file: string, source: string): SourceFile {
  const conditions = followConditions(file);
  const sections: { name: string; tokens: PlacedToken[] }[] = [{ name: '', tokens: [] }];
  const macros: Macro[] = [];
  const tokens = tokenise(source);
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'directive') {
      conditions.see(token.text);
      const macro = toMacro(token.text, conditions.platform());
      if (macro) macros.push(macro);
      continue;
    }
    if (conditions.isDead()) continue;
    if (startsSection(tokens, index)) sections.push({ name: token.text, tokens: [] });
    sections.at(-1)?.tokens.push({ ...token, platform: conditions.platform() });
  }
  return { file, sections, macros };
}

/** A function's name stands at column 0, or behind its type on one line: `void *ngx_alloc(size_t size) {`. */
function startsSection(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'name' || tokens[index + 1]?.text !== '(') return false;
  if (token.column === 0) return true;
  const before = tokens.slice(Math.max(0, index - LONGEST_TYPE), index).filter(({ line }) => line === token.line);
  const isType = before[0]?.column === 0 && before.every(({ kind, text }) => kind === 'name' || text === '*');
  return isType && isDefinition(tokens, index + 1);
}

function isDefinition(tokens: readonly Token[], open: number): boolean {
  const close = tokens.findIndex(({ text }, at) => at > open && text === ')');
  return tokens[close + 1]?.text === '{';
}

function toMacro(directive: string, platform: Platform): Macro | null {
  const [, name, value] = /^# ?define (\w+) (.+)$/.exec(directive) ?? [];
  if (name === undefined || value === undefined) return null;
  const tokens = tokenise(value);
  const isText = tokens.every(({ kind }) => kind === 'string' || kind === 'name');
  return isText ? { name, value: tokens, platform } : null;
}
