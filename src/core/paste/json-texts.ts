import { parseEmbeddedTexts } from './embedded-texts.ts';
import { LOG_KEYS } from './log-keys.ts';
import { parseJson } from './parse-json.ts';
import { findOwnHead } from './split-glued.ts';

const DEEPEST = 6;

/** The log lines that a JSON line carries (Docker json-file, journald, Loki, CloudWatch and other exports, pretty-printed or not,
 * behind other words or as a string of its own); null when it is not JSON or carries none. */
export function parseJsonTexts(line: string): readonly string[] | null {
  const text = line.trim();
  const from = startOfJson(text);
  const texts = from === null ? [] : collect(parseJson(text.slice(from)), null, 0);
  if (texts.length > 0) return [...new Set(texts)].flatMap(linesOf);
  return parseEmbeddedTexts(text)?.flatMap(linesOf) ?? null;
}

const FURTHEST_START = 300;

/** JSON may stand behind a tag or a time, but not behind the head of a line of nginx's: there it is a value. */
function startOfJson(text: string): number | null {
  if (/^\[[{["]/.test(text)) return 0;
  const brace = text.indexOf('{');
  if (brace < 0 || brace > FURTHEST_START || !text.endsWith('}')) return null;
  return brace > 0 && findOwnHead(text.slice(0, brace)) ? null : brace;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** `key` is the one that the value stands under; null at the top. */
function collect(value: unknown, key: string | null, depth: number): readonly string[] {
  const isLog = key === null || LOG_KEYS.has(key);
  if (typeof value === 'string') return isLog ? [value] : [];
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const [stamp, text] = value;
    // Loki's pairs: ["1764000000000000000", "the line"]
    if (value.length === 2 && /^\d{10,20}$/.test(String(stamp)) && typeof text === 'string') return [text];
    // journald writes a message as its bytes when it holds more than plain text
    if (isLog && isBytes(value)) return [new TextDecoder().decode(Uint8Array.from(value))];
    return value.flatMap((item) => collect(item, key, depth + 1));
  }
  return Object.entries(value).flatMap(([name, item]) => collect(item, name, depth + 1));
}

const isBytes = (value: readonly unknown[]): value is readonly number[] =>
  value.length > 0 && value.every((item) => Number.isInteger(item) && Number(item) >= 0 && Number(item) < 256);
