import { LOG_KEYS } from './log-keys.ts';
import { parseJson } from './parse-json.ts';
import { findOwnHead } from './split-glued.ts';

/** The log lines in a line that quotes them in part: JSON behind other words, a Ruby hash, a row of a CSV file, a string of a
 * program with `\n` and `\"` in it. Null when the line has its own head outside of quotes, or quotes nothing of the kind. */
export function parseEmbeddedTexts(text: string): readonly string[] | null {
  if (!text.includes('"') && !text.includes('\\n')) return null;
  return parseString(text) ?? parseKeyed(text) ?? parseCsvRow(text) ?? parseEscaped(text);
}

const LOG_START = /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[|nginx: \[)/;

/** An element of a list that is printed one a line. Source code has such strings, too, but no line's head in them. */
function parseString(text: string): readonly string[] | null {
  if (!text.startsWith('"') || !text.includes('\\"')) return null;
  const value = parseJson(text.replace(/,$/, ''));
  return typeof value === 'string' && LOG_START.test(value) ? [value] : null;
}

const KEY = /"([\w@]{1,40})" ?(?::|=>) ?(?=")/g;
const MARKS_OF_KEY = ['":', '" :', '=>'];
const MOST_KEYS = 40;

/** `"log":"…"`, `"message" => "…"`. */
function parseKeyed(text: string): readonly string[] | null {
  if (!MARKS_OF_KEY.some((mark) => text.includes(mark))) return null;
  const texts: string[] = [];
  let keys = 0;
  for (const { 0: key, 1: name = '', index } of text.matchAll(KEY)) {
    keys += 1;
    if (keys > MOST_KEYS) break;
    if (!LOG_KEYS.has(name)) continue;
    if (texts.length === 0 && findOwnHead(text.slice(0, index))) return null;
    const start = index + key.length;
    const value = parseJson(text.slice(start, endOfString(text, start)));
    if (typeof value === 'string') texts.push(value);
  }
  return texts.length > 0 ? [...new Set(texts)] : null;
}

/** Behind the quote that closes the JSON string at `start`; the end where none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

const CSV_FIELD = /(?:^|[,;\t])"((?:[^"]|"")*)"(?=[,;\t]|$)/g;
/** A field in which every quote is doubled (RFC 4180) and which begins as a log line of nginx's does. */
function parseCsvRow(text: string): readonly string[] | null {
  if (!text.includes('""')) return null;
  const fields = [...text.matchAll(CSV_FIELD)].map(([, field = '']) => field.replaceAll('""', '"'));
  const logs = fields.filter((field) => LOG_START.test(field));
  return logs.length > 0 ? logs : null;
}

const ESCAPED_LOG = /(?:nginx: |#\d{1,10}: )|\[(?:emerg|alert|crit|error|warn)\]/;
/** Not the `\n` of `C:\nginx`. */
const ESCAPED_BREAK = /\\n(?:nginx: |\d{4}\/|\[|"|$)/;

function parseEscaped(text: string): readonly string[] | null {
  if (!ESCAPED_BREAK.test(text) || !ESCAPED_LOG.test(text)) return null;
  return [text.replaceAll('\\n', '\n').replaceAll('\\"', '"')];
}
