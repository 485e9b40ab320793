const LOG_KEYS: ReadonlySet<string> = new Set([
  'log',
  'message',
  'msg',
  'line',
  '@message',
  'MESSAGE',
  'textPayload',
  'text',
  'stderr',
  'stdout',
]);
const PRETTY = /^"(?:log|message|msg|line|@message|MESSAGE|textPayload)" ?: ?(".*"),?$/;
const DEEPEST = 6;

/** The log lines that a JSON line carries (Docker json-file, journald, Loki, CloudWatch exports, pretty-printed or not);
 * null when it is not JSON or carries none. */
export function parseJsonTexts(line: string): readonly string[] | null {
  const text = line.trim();
  const pretty = PRETTY.exec(text)?.[1];
  if (pretty !== undefined) {
    const value = parseJson(pretty);
    return typeof value === 'string' ? linesOf(value) : null;
  }
  if (!text.startsWith('{') && !text.startsWith('[{') && !text.startsWith('[[')) return parseEscaped(text);
  const texts = collect(parseJson(text), 0);
  return texts.length > 0 ? texts.flatMap(linesOf) : null;
}

const ESCAPED_LOG = /(?:nginx: |#\d{1,10}: )|\[(?:emerg|alert|crit|error|warn)\]/;
/** Not the `\n` of `C:\nginx`. */
const ESCAPED_BREAK = /\\n(?:nginx: |\d{4}\/|\[|"|$)/;
const BEFORE_JSON = /^[^{}]{0,200}=> (?=\{)/;

/** A program's output quoted in another's: ansible's `=> {"stderr": "…"}`, or a string with `\n` and `\"` in it. */
function parseEscaped(text: string): readonly string[] | null {
  if (!ESCAPED_BREAK.test(text) || !ESCAPED_LOG.test(text)) return null;
  const before = BEFORE_JSON.exec(text)?.[0];
  const texts = before === undefined ? [] : collect(parseJson(text.slice(before.length)), 0);
  if (texts.length > 0) return texts.flatMap(linesOf);
  return linesOf(text.replaceAll('\\n', '\n').replaceAll('\\"', '"'));
}

/** The value, or undefined where the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function collect(value: unknown, depth: number): string[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const [stamp, text] = value;
    // Loki's pairs: ["1764000000000000000", "the line"]
    if (value.length === 2 && typeof stamp === 'string' && typeof text === 'string') return [text];
    return value.flatMap((item) => collect(item, depth + 1));
  }
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string' ? (LOG_KEYS.has(key) ? [item] : []) : collect(item, depth + 1),
  );
}
