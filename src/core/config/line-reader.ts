import type { PastedLine } from '../paste/pasted-line.ts';
import { nextToken, type Quote, readQuoted, type Token } from './read-word.ts';
import { type LuaState, skipLua } from './skip-lua.ts';
import { beginsAnother, type IsDirective, judgeStart } from './statement-start.ts';
import type { TreeBuilder } from './tree-builder.ts';

const LUA_BLOCK = /_by_lua_block$/;

/** Reads lines of configuration into a tree. */
export interface LineReader {
  /** `next` is the line that follows; null where none does. */
  readonly take: (line: PastedLine, next: string | null) => void;
  /** False between two directives. */
  readonly isInside: () => boolean;
  /** How long the word in open quotes is by now; 0 outside quotes. */
  readonly quotedLength: () => number;
  /** Forgets the directive that has begun. */
  readonly forget: () => void;
}

/** Creates a reader that remembers, from line to line, the directive, the quotes and the Lua that are open. */
export function createLineReader(tree: TreeBuilder, isDirective: IsDirective): LineReader {
  let words: string[] = [];
  let wordLines: PastedLine[] = [];
  let quoted: { readonly quote: Quote; readonly raw: string } | null = null;
  let lua: LuaState | null = null;

  const forget = (): void => {
    words = [];
    wordLines = [];
    quoted = null;
    lua = null;
  };
  const finish = (end: ';' | '{' | null): void => {
    const [name = ''] = words;
    if (words.length > 0) tree.add(words, wordLines, end);
    forget();
    if (end === '{' && LUA_BLOCK.test(name)) lua = { depth: 1, longEnd: null };
  };
  const takeWord = (token: Extract<Token, { kind: 'word' | 'unclosed' }>, line: PastedLine): void => {
    if (wordLines.at(-1) !== line) wordLines.push(line);
    if (token.kind === 'word') words.push(token.text);
    quoted = token.kind === 'unclosed' ? token : null;
  };
  const takeMark = (kind: 'semicolon' | 'open' | 'close' | 'comment', line: PastedLine): void => {
    if (kind === 'semicolon') finish(';');
    else if (kind === 'open') finish('{');
    else {
      if (kind === 'close' && words.length > 0) finish(null);
      if (tree.block() !== null) tree.record(line);
      if (kind === 'close') tree.close();
    }
  };
  const takeLua = (line: PastedLine, at: number, state: LuaState): number => {
    tree.record(line);
    const skipped = skipLua(line.text, at, state);
    lua = skipped.end === null ? skipped.state : null;
    if (skipped.end !== null) tree.close();
    return skipped.end ?? line.text.length;
  };
  const isToRead = (line: PastedLine, next: string | null): boolean => {
    if (quoted || lua) return true;
    if (words.length > 0 && beginsAnother(line.text, isDirective)) finish(null);
    if (words.length > 0 || judgeStart(line.text, tree.block(), next, isDirective) === 'statement') return true;
    tree.leaveOut();
    return false;
  };

  return {
    forget,
    isInside: () => words.length > 0 || quoted !== null || lua !== null,
    quotedLength: () => quoted?.raw.length ?? 0,
    take: (line, next) => {
      if (!isToRead(line, next)) return;
      for (let at = 0; at < line.text.length; ) {
        if (lua) {
          at = takeLua(line, at, lua);
          continue;
        }
        const token = quoted ? readQuoted(line.text, at, quoted.quote, quoted.raw) : nextToken(line.text, at);
        if (!token) return;
        if (token.kind === 'word' || token.kind === 'unclosed') takeWord(token, line);
        else takeMark(token.kind, line);
        at = token.end;
      }
    },
  };
}
