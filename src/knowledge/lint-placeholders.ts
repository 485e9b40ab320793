import type { Entry } from '../core/entry.ts';
import { findPlaceholders, PLACEHOLDERS } from '../core/fill/placeholders.ts';
import { type Field, fieldsOf } from './lint-fields.ts';
import type { Problem } from './problem.ts';

/** Values of these have an alphabet that can't end a quoted word. */
const INSIDE_SINGLE_QUOTES: ReadonlySet<string> = new Set([
  'upstream.port',
  'pid',
  'bytes',
  'configLine',
  'day',
  'minute',
]);
/** `{word}` in places where no other program has braces of its own: not `%{…}`, `${…}`, `{{…}}`, `/{id}`. */
const LOOKS_LIKE_ONE = /(?<![%$\w/{])\{\??([a-zA-Z][\w.-]*)\}(?!\})/g;

/** Placeholders stand only where the engine fills them in, under names that it knows, and where a shell takes them as one word. */
export function lintPlaceholders(entry: Entry): readonly Problem[] {
  return fieldsOf(entry).flatMap((field) =>
    complaintsAbout(field).map((text) => ({ at: entry.id, path: field.path, text, weight: 'error' })),
  );
}

function complaintsAbout(field: Field): readonly string[] {
  const found = findPlaceholders(field.text);
  if (field.kind === 'fixed')
    return found.map(({ name }) => `has the placeholder {${name}}: this text is shown as it stands, so say it without`);
  return [...unknownNames(field), ...(field.kind === 'command' ? misplaced(field.text) : [])];
}

function unknownNames({ text, kind }: Field): readonly string[] {
  if (kind === 'change') return [];
  return [...text.matchAll(LOOKS_LIKE_ONE)].flatMap(([whole, name = '']) =>
    whole.startsWith('{?') || PLACEHOLDERS.has(name)
      ? []
      : [
          `names ${whole}, which nothing fills in: see docs/writing-entries.md; what no paste tells is written {?${name}}`,
        ],
  );
}

function misplaced(command: string): readonly string[] {
  return findPlaceholders(command).flatMap(({ name, isBlank, start }) => {
    const quote = openQuote(command.slice(0, start));
    if (quote === '"' || quote === '`')
      return [`has {${name}} between ${quote}…${quote}: let it stand outside of them`];
    if (quote === "'" && !isBlank && !INSIDE_SINGLE_QUOTES.has(name))
      return [`has {${name}} between single quotes: only ${[...INSIDE_SINGLE_QUOTES].join(', ')} may stand there`];
    return [];
  });
}

/** The quote that is open at the end of the start of a command; null outside of quotes. */
function openQuote(before: string): string | null {
  let open: string | null = null;
  for (let at = 0; at < before.length; at += 1) {
    const character = before[at] ?? '';
    if (character === '\\' && open !== "'") at += 1;
    else if (open === null && /["'`]/.test(character)) open = character;
    else if (open === character) open = null;
  }
  return open;
}
