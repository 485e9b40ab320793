/** One token of C. `directive` is a whole preprocessor line, continuation lines joined. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'character' | 'punctuation' | 'directive';
  /** As written; for `string` the decoded content. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** 0-based; nginx writes function names and closing braces of functions at column 0. */
  readonly column: number;
}

const PIECE =
  /(?<space>[ \t\r\f\v]+|\\\n)|(?<newline>\n)|(?<comment>\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)|(?<directive>#[^\n]*)|(?<string>"(?:[^"\\\n]|\\[\s\S])*"?)|(?<character>'(?:[^'\\\n]|\\[\s\S])*'?)|(?<name>[A-Za-z_]\w*)|(?<number>\d[\w.]*)|(?<punctuation>->|&&|\|\||[=!<>]=|[\s\S])/y;

/** Splits C source into tokens. Never fails: what it doesn't know becomes punctuation. */
export function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let fresh = true;
  PIECE.lastIndex = 0;
  for (let at = 0; at < source.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(source);
    if (!found) break;
    const piece = piecesOf(found, fresh, source);
    if (piece.kind) tokens.push({ kind: piece.kind, text: piece.text, line, column: at - lineStart });
    PIECE.lastIndex = at + piece.length;
    for (
      let feed = source.indexOf('\n', at);
      feed >= 0 && feed < PIECE.lastIndex;
      feed = source.indexOf('\n', feed + 1)
    ) {
      line += 1;
      lineStart = feed + 1;
    }
    fresh = piece.kind === null && (fresh || found.groups?.newline !== undefined);
  }
  return tokens;
}

interface Piece {
  readonly kind: Token['kind'] | null;
  readonly text: string;
  readonly length: number;
}

function piecesOf(found: RegExpExecArray, fresh: boolean, source: string): Piece {
  const [text] = found;
  const groups = found.groups ?? {};
  const whole = (kind: Token['kind'] | null, shown = text): Piece => ({ kind, text: shown, length: text.length });
  if (groups.space !== undefined || groups.newline !== undefined || groups.comment !== undefined) return whole(null);
  if (groups.directive !== undefined)
    return fresh ? directiveAt(source, found.index) : { kind: 'punctuation', text: '#', length: 1 };
  if (groups.string !== undefined) return whole('string', decode(text));
  if (groups.character !== undefined) return whole('character');
  if (groups.name !== undefined) return whole('name');
  if (groups.number !== undefined) return whole('number');
  return whole('punctuation');
}

/** A preprocessor line goes on after a backslash at its end. Its comments are dropped. */
function directiveAt(source: string, from: number): Piece {
  let end = from;
  do {
    end = source.indexOf('\n', end + 1);
  } while (end >= 0 && source[end - 1] === '\\');
  const raw = source.slice(from, end < 0 ? source.length : end);
  const text = raw
    .replace(/\\\n/g, ' ')
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { kind: 'directive', text, length: raw.length };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['0', '\0'],
  ['\n', ''],
]);

const decode = (literal: string): string =>
  literal
    .replace(/^"|"$/g, '')
    .replace(/\\(?:x([0-9a-fA-F]{1,2})|([\s\S]))/g, (_, hex: string | undefined, char: string | undefined) =>
      hex === undefined ? (ESCAPES.get(char ?? '') ?? char ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
    );
