import { quote } from 'shlex';
import { type Placeholder, replacePlaceholders, toBlank } from './placeholders.ts';

/** The values of one finding by the names of placeholders. */
export type Values = ReadonlyMap<string, string>;

const LONGEST_WORD = 1_024;
const LONGEST_SHOWN = 120;
const CONTROL = /[\p{Cc}\ufffd\u2028\u2029]/u;
const MASK = /(?:x{2,}|X{2,}|\*{2,})(?:[.\s]|$)|\[?redacted\]?|<[a-z][a-z0-9 _-]*>|\u2026|\.\.\./i;
/** Values of these have an alphabet that is safe between single quotes. */
const QUOTE_SAFE = /^[A-Za-z0-9/: ._-]{1,64}$/;
const CONFIG_SAFE = /^[A-Za-z0-9_.:/@-]{1,256}$/;

/** Fills in one shell command. A value becomes a word, or part of one, that any POSIX shell reads as itself; a value that is
 * missing or unfit (control characters, a leading dash, a mask, too long) stays a blank such as `'<upstream-port>'`. */
export function fillCommand(command: string, values: Values): string {
  return replacePlaceholders(command, (placeholder, before) => {
    const value = usable(placeholder, values);
    if (isInsideSingleQuotes(before))
      return value !== null && QUOTE_SAFE.test(value) ? value : toBlank(placeholder.name);
    const startsWord = before === '' || /[\s|]$/.test(before);
    if (value === null || (startsWord && value.startsWith('-'))) return quote(toBlank(placeholder.name));
    return quote(value);
  });
}

/** Fills in lines of configuration. A value outside the plain alphabet of names, addresses and paths stays a blank. */
export function fillChange(change: string, values: Values): string {
  return replacePlaceholders(change, (placeholder) => {
    const value = usable(placeholder, values);
    return value !== null && CONFIG_SAFE.test(value) ? value : toBlank(placeholder.name);
  });
}

/** Fills in a sentence. Values stand between backticks, shortened, and can hold none themselves. */
export function fillSentence(sentence: string, values: Values): string {
  return replacePlaceholders(sentence, (placeholder, before) => {
    const value = usable(placeholder, values);
    const shown = value === null ? toBlank(placeholder.name) : shorten(value.replaceAll('`', "'"));
    return isInsideBackticks(before) ? shown : `\`${shown}\``;
  });
}

function usable({ name, isBlank }: Placeholder, values: Values): string | null {
  const value = isBlank ? undefined : values.get(name);
  if (value === undefined || value === '' || value.length > LONGEST_WORD) return null;
  return CONTROL.test(value) || MASK.test(value) ? null : value;
}

const shorten = (value: string): string =>
  value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN - 1)}…` : value;

const isInsideSingleQuotes = (before: string): boolean => hasOpen("'", before);
const isInsideBackticks = (before: string): boolean => hasOpen('`', before);

function hasOpen(quoteMark: string, text: string): boolean {
  let open = false;
  for (let at = text.indexOf(quoteMark); at >= 0; at = text.indexOf(quoteMark, at + 1)) open = !open;
  return open;
}
