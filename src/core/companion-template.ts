/** Holes never touch each other, so each ends where the next literal begins. */
export type TemplatePart = TemplateLiteral | TemplateHole;

export interface TemplateLiteral {
  readonly literal: string;
}

export interface TemplateHole {
  readonly name: string;
  /** `number`: digits. `word`: no space. `text`: anything. Never empty. */
  readonly kind: HoleKind;
}

type HoleKind = 'number' | 'word' | 'text';
type Values = Readonly<Record<string, string>>;

const HOLE = /\{([a-z][A-Za-z]*):([a-z]+)\}/g;
const KINDS: readonly HoleKind[] = ['number', 'word', 'text'];
const WORD_CHARACTER = /[A-Za-z0-9_]/;

/** Reads the template of a companion pattern. Throws where it can't be matched without guessing:
 * an unknown kind, a name used twice, two holes side by side. */
export function readCompanionTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const match of template.matchAll(HOLE)) {
    const [whole, name = '', kindName] = match;
    const kind = KINDS.find((known) => known === kindName);
    if (!kind) throw new Error(`template "${template}": ${whole} is no hole. Use ${KINDS.join(', ')}`);
    if (match.index === at && at > 0) throw new Error(`template "${template}": put a literal before ${whole}`);
    if (parts.some((part) => 'name' in part && part.name === name)) {
      throw new Error(`template "${template}": the name ${name} is used twice. Rename one`);
    }
    if (match.index > at) parts.push({ literal: withSingleSpaces(template.slice(at, match.index)) });
    parts.push({ name, kind });
    at = match.index + whole.length;
  }
  if (at < template.length) parts.push({ literal: withSingleSpaces(template.slice(at)) });
  return parts;
}

/** Programs pad their columns; a space in a template stands for any number of them. */
export function withSingleSpaces(text: string): string {
  return text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text;
}

/** Counts the positions tried, so that a hostile line can't make a match cost more than a multiple of its length. */
export interface Attempts {
  left: number;
}

/** The values of the holes when the template fits at `at`, else null. A template that starts or ends in a letter or
 * digit fits whole words only. */
export function matchTemplateAt(
  parts: readonly TemplatePart[],
  text: string,
  at: number,
  attempts: Attempts,
): Values | null {
  const [first] = parts;
  if (first && 'literal' in first && splitsWord(text, at)) return null;
  return matchPart(parts, 0, text, at, attempts);
}

function matchPart(
  parts: readonly TemplatePart[],
  index: number,
  text: string,
  at: number,
  attempts: Attempts,
): Values | null {
  const part = parts[index];
  if (!part) return splitsWord(text, at) ? null : {};
  if ('literal' in part) {
    return text.startsWith(part.literal, at)
      ? matchPart(parts, index + 1, text, at + part.literal.length, attempts)
      : null;
  }
  for (const end of endsOf(part, parts[index + 1], text, at)) {
    if (attempts.left <= 0) return null;
    attempts.left -= 1;
    const rest = matchPart(parts, index + 1, text, end, attempts);
    if (rest) return { [part.name]: text.slice(at, end).trim(), ...rest };
  }
  return null;
}

/** Where a hole that starts at `at` may end, leftmost first. */
function* endsOf(hole: TemplateHole, next: TemplatePart | undefined, text: string, at: number): Generator<number> {
  const limit = endOfRun(hole.kind, text, at);
  if (limit === at) return;
  if (hole.kind === 'number' || !next || !('literal' in next)) {
    yield limit;
    return;
  }
  for (let end = text.indexOf(next.literal, at + 1); end >= 0 && end <= limit; ) {
    yield end;
    end = text.indexOf(next.literal, end + 1);
  }
}

function endOfRun(kind: HoleKind, text: string, at: number): number {
  if (kind === 'text') return text.length;
  if (kind === 'word') {
    const space = text.indexOf(' ', at);
    return space < 0 ? text.length : space;
  }
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** True when the characters on both sides of `at` belong to one word. */
function splitsWord(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text.charAt(at - 1)) && WORD_CHARACTER.test(text.charAt(at));
}
