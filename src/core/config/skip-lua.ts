/** Where a Lua block stands when a line ends. */
export interface LuaState {
  /** Braces that are open, the block's own included. */
  readonly depth: number;
  /** The `]]` or `]==]` that ends an open long string or comment; null outside one. */
  readonly longEnd: string | null;
}

export interface SkippedLua {
  readonly state: LuaState;
  /** Offset behind the brace that closes the block; null while it is open. */
  readonly end: number | null;
}

const LONG_START = /\[(=*)\[/y;

/** Reads a line of a `…_by_lua_block { … }` from `at`, only to find its closing brace: braces in Lua's strings and comments don't
 * count. Source: lua-nginx-module src/ngx_http_lua_directive.c ngx_http_lua_conf_lua_block_parse. */
export function skipLua(line: string, at: number, { depth, longEnd }: LuaState): SkippedLua {
  let open = depth;
  let next = at;
  let ending = longEnd;
  while (next < line.length) {
    if (ending !== null) {
      const found = line.indexOf(ending, next);
      if (found < 0) break;
      next = found + ending.length;
      ending = null;
    }
    const piece = readPiece(line, next);
    next = piece.end;
    ending = piece.longEnd;
    open += piece.braces;
    if (open === 0) return { state: { depth: 0, longEnd: null }, end: next };
  }
  return { state: { depth: open, longEnd: ending }, end: null };
}

interface Piece {
  readonly end: number;
  readonly braces: number;
  readonly longEnd: string | null;
}

function readPiece(line: string, at: number): Piece {
  const char = line[at];
  const isComment = char === '-' && line[at + 1] === '-';
  LONG_START.lastIndex = isComment ? at + 2 : at;
  const long = isComment || char === '[' ? LONG_START.exec(line) : null;
  if (long) return { end: LONG_START.lastIndex, braces: 0, longEnd: `]${long[1]}]` };
  if (isComment) return { end: line.length, braces: 0, longEnd: null };
  if (char === '"' || char === "'") return { end: endOfString(line, at + 1, char), braces: 0, longEnd: null };
  return { end: at + 1, braces: Number(char === '{') - Number(char === '}'), longEnd: null };
}

function endOfString(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === quote) return at + 1;
  }
  return line.length;
}
