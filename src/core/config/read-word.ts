/** A piece of a configuration line. `end` is the offset behind it. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly end: number }
  | { readonly kind: 'semicolon' | 'open' | 'close' | 'comment'; readonly end: number }
  /** A quoted word that this line does not close; its text so far has its escapes still. */
  | { readonly kind: 'unclosed'; readonly quote: Quote; readonly raw: string; readonly end: number };

export type Quote = '"' | "'";

const SPACE = /[ \t\r\n]/;
const MARKS: Readonly<Record<string, 'semicolon' | 'open' | 'close'>> = { ';': 'semicolon', '{': 'open', '}': 'close' };

/** The next token at or after `at`; null at the end of the line. Quotes, escapes, `${name}` and comments as nginx reads them.
 * Source: nginx src/core/ngx_conf_file.c ngx_conf_read_token. */
export function nextToken(line: string, at: number): Token | null {
  let start = at;
  while (start < line.length && SPACE.test(line[start] ?? '')) start += 1;
  const first = line[start];
  if (first === undefined) return null;
  if (first === '#') return { kind: 'comment', end: line.length };
  const mark = MARKS[first];
  if (mark) return { kind: mark, end: start + 1 };
  if (first === '"' || first === "'") return readQuoted(line, start + 1, first, '');
  return readBare(line, start);
}

/** Reads a quoted word on from `at`; `before` is what earlier lines held of it. */
export function readQuoted(line: string, at: number, quote: Quote, before: string): Token {
  for (let end = at; end < line.length; end += 1) {
    if (line[end] === '\\') end += 1;
    else if (line[end] === quote)
      return { kind: 'word', text: unescapeWord(before + line.slice(at, end)), end: end + 1 };
  }
  return { kind: 'unclosed', quote, raw: `${before}${line.slice(at)}\n`, end: line.length };
}

/** A `{` right behind `$` belongs to the word, as does a `}`; a quote inside a word is a character like any other. */
function readBare(line: string, start: number): Token {
  let end = start;
  for (; end < line.length; end += 1) {
    const char = line[end] ?? '';
    if (char === '\\') end += 1;
    else if (char === ';' || SPACE.test(char) || (char === '{' && line[end - 1] !== '$')) break;
  }
  return { kind: 'word', text: unescapeWord(line.slice(start, end)), end: Math.min(end, line.length) };
}

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };

/** nginx takes `\"`, `\'` and `\\` for the character, knows `\t`, `\r` and `\n`, and leaves other backslashes where they are. */
function unescapeWord(raw: string): string {
  return raw.includes('\\') ? raw.replace(/\\(["'\\trn])/g, (_, char: string) => ESCAPED[char] ?? char) : raw;
}
