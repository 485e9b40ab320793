/** Names that commands, steps and changes may put between braces; what each holds stands in `docs/writing-entries.md`. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'client',
  'server',
  'host',
  'method',
  'path',
  'uri',
  'url',
  'upstream',
  'upstream.scheme',
  'upstream.host',
  'upstream.port',
  'upstream.address',
  'upstream.socket',
  'upstream.socketDir',
  'upstream.url',
  'resolver',
  'login',
  'file',
  'fileDir',
  'fileLine',
  'ruleId',
  'zone',
  'pid',
  'script',
  'bytes',
  'directive',
  'value',
  'configFile',
  'configLine',
  'since',
  'until',
  'day',
  'minute',
  'namespace',
  'object',
]);

const PLACEHOLDER = /\{(\?)?([a-zA-Z][a-zA-Z0-9.-]{0,60})\}/y;

/** One `{name}` or `{?blank}` of a text. */
export interface Placeholder {
  readonly name: string;
  /** True for `{?name}`: what no paste can tell. */
  readonly isBlank: boolean;
  /** Offsets of the opening brace and behind the closing one. */
  readonly start: number;
  readonly end: number;
}

/** The placeholders of a text in order. Braces around other words (`awk '{print}'`), curl's `%{http_code}` and the shell's
 * `${name}` are none. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
    const before = text[start - 1];
    const placeholder = before === '%' || before === '$' ? null : placeholderAt(text, start);
    if (placeholder) found.push(placeholder);
  }
  return found;
}

function placeholderAt(text: string, start: number): Placeholder | null {
  PLACEHOLDER.lastIndex = start;
  const match = PLACEHOLDER.exec(text);
  const name = match?.[2] ?? '';
  const isBlank = match?.[1] === '?';
  return isBlank || PLACEHOLDERS.has(name) ? { name, isBlank, start, end: PLACEHOLDER.lastIndex } : null;
}

/** Replaces each placeholder by what `fill` makes of it. */
export function replacePlaceholders(text: string, fill: (placeholder: Placeholder, before: string) => string): string {
  const found = findPlaceholders(text);
  if (found.length === 0) return text;
  let filled = '';
  let from = 0;
  for (const placeholder of found) {
    filled += text.slice(from, placeholder.start);
    filled += fill(placeholder, text.slice(0, placeholder.start));
    from = placeholder.end;
  }
  return filled + text.slice(from);
}

/** What the reader must put in: `<upstream-port>`. */
export const toBlank = (name: string): string =>
  `<${name.replace(/[.]/g, '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}>`;
