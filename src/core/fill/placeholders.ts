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

// Not curl's `%{http_code}` nor the shell's `${name}`.
const PLACEHOLDER = /(?<![%$])\{(\?)?([a-zA-Z][a-zA-Z0-9.-]{0,60})\}/g;

/** One `{name}` or `{?blank}` of a text. */
export interface Placeholder {
  readonly name: string;
  /** True for `{?name}`: what no paste can tell. */
  readonly isBlank: boolean;
  /** Offsets of the opening brace and behind the closing one. */
  readonly start: number;
  readonly end: number;
}

/** The placeholders of a text in order. Braces around other words (`awk '{print}'`) are none. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].flatMap((found) => {
    const name = found[2] ?? '';
    const isBlank = found[1] === '?';
    if (!isBlank && !PLACEHOLDERS.has(name)) return [];
    return [{ name, isBlank, start: found.index, end: found.index + found[0].length }];
  });
}

/** Replaces each placeholder by what `fill` makes of it. */
export function replacePlaceholders(text: string, fill: (placeholder: Placeholder, before: string) => string): string {
  if (!text.includes('{')) return text;
  let filled = '';
  let from = 0;
  for (const placeholder of findPlaceholders(text)) {
    filled += text.slice(from, placeholder.start);
    filled += fill(placeholder, text.slice(0, placeholder.start));
    from = placeholder.end;
  }
  return filled + text.slice(from);
}

/** What the reader must put in: `<upstream-port>`. */
export const toBlank = (name: string): string =>
  `<${name.replace(/[.]/g, '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}>`;
