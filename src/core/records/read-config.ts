/** A line of configuration: a directive and what follows it. */
export interface ConfigLine {
  readonly directive: string;
  readonly value: string;
}

const LINE = /^\s*([a-z][a-z0-9_]{1,40})(?:\s+([^;{}#]{0,400}))?\s*[;{]\s*(?:#.*)?$/;
const NEEDS_VALUE = new Set(['if', 'location', 'upstream', 'map']);

/** Null when the line is not of the form `directive value;` or `block name {`. `isDirective` knows nginx's names. */
export function parseConfigLine(text: string, isDirective: (name: string) => boolean): ConfigLine | null {
  if (text.length > 600) return null;
  const found = LINE.exec(text);
  const directive = found?.[1] ?? '';
  if (!found || !isDirective(directive)) return null;
  const value = (found[2] ?? '').trim();
  return value === '' && NEEDS_VALUE.has(directive) ? null : { directive, value };
}
