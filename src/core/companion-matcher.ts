import type { Companion, CompanionPattern } from './companion.ts';
import { matchTemplateAt, readCompanionTemplate, type TemplatePart, withSingleSpaces } from './companion-template.ts';

/** A line of another program, recognised. */
export interface CompanionMatch {
  readonly pattern: CompanionPattern;
  readonly program: string;
  /** The text of each hole, by its name. */
  readonly values: Readonly<Record<string, string>>;
}

/** Recognises the message of one line, without its envelope. At most one match a program: the one whose template has
 * the most literal text. */
export type CompanionMatcher = (text: string) => readonly CompanionMatch[];

interface Compiled {
  readonly pattern: CompanionPattern;
  readonly program: string;
  readonly parts: readonly TemplatePart[];
  /** How many characters of the template are literal: the more, the more specific. */
  readonly literals: number;
}

const WORDS = /[A-Za-z0-9_]+/g;
const LONGEST_TEXT = 8192;
const MOST_ATTEMPTS = 64;

/** Compiles the patterns. Each is filed under one whole word that its lines must hold, so a line costs one look-up a
 * word however many patterns there are. Throws at a template that can't be matched so. */
export function createCompanionMatcher(companions: readonly Companion[]): CompanionMatcher {
  const compiled = companions.flatMap(({ program, patterns }) => patterns.map((pattern) => compile(pattern, program)));
  const byWord = fileUnderWords(compiled);
  return (line) => {
    const text = withSingleSpaces(line.slice(0, LONGEST_TEXT).trimStart());
    const best = new Map<string, { readonly match: CompanionMatch; readonly literals: number }>();
    for (const candidate of candidatesIn(text, byWord)) {
      if ((best.get(candidate.program)?.literals ?? 0) >= candidate.literals) continue;
      const values = find(candidate, text);
      if (!values) continue;
      const match = { pattern: candidate.pattern, program: candidate.program, values };
      best.set(candidate.program, { match, literals: candidate.literals });
    }
    return [...best.values()].toSorted((a, b) => b.literals - a.literals).map(({ match }) => match);
  };
}

function compile(pattern: CompanionPattern, program: string): Compiled {
  const parts = readCompanionTemplate(pattern.template);
  const [first] = parts;
  if (pattern.at === 'anywhere' && (!first || 'name' in first)) {
    throw new Error(`pattern ${pattern.id}: a template for "anywhere" starts with a literal, not with a hole`);
  }
  const literals = parts.reduce((sum, part) => sum + ('literal' in part ? part.literal.length : 0), 0);
  return { pattern, program, parts, literals };
}

/** Files each pattern under the word that fewest patterns have; of those, the longest. */
function fileUnderWords(compiled: readonly Compiled[]): ReadonlyMap<string, readonly Compiled[]> {
  const wordsOf = new Map(compiled.map((item) => [item, wholeWords(item.parts)]));
  const uses = Map.groupBy(
    [...wordsOf.values()].flatMap((words) => [...words]),
    (word) => word,
  );
  const rank = (word: string): number => (uses.get(word)?.length ?? 0) * 1000 - Math.min(word.length, 999);
  return Map.groupBy(compiled, (item) => {
    const [word] = [...(wordsOf.get(item) ?? [])].toSorted((a, b) => rank(a) - rank(b));
    if (word === undefined) throw new Error(`pattern ${item.pattern.id}: its template holds no whole word of its own`);
    return word;
  });
}

/** The words that stand in every line of a pattern as whole words: none that a hole could make longer. */
function wholeWords(parts: readonly TemplatePart[]): ReadonlySet<string> {
  const words = new Set<string>();
  parts.forEach((part, index) => {
    if (!('literal' in part)) return;
    for (const match of part.literal.matchAll(WORDS)) {
      const touchesHoleBefore = match.index === 0 && index > 0;
      const touchesHoleAfter = match.index + match[0].length === part.literal.length && index < parts.length - 1;
      if (!touchesHoleBefore && !touchesHoleAfter) words.add(match[0]);
    }
  });
  return words;
}

function candidatesIn(text: string, byWord: ReadonlyMap<string, readonly Compiled[]>): ReadonlySet<Compiled> {
  const found = new Set<Compiled>();
  for (const [word] of text.matchAll(WORDS)) {
    for (const candidate of byWord.get(word) ?? []) found.add(candidate);
  }
  return found;
}

function find({ pattern, parts }: Compiled, text: string): CompanionMatch['values'] | null {
  const attempts = { left: MOST_ATTEMPTS };
  if (pattern.at === 'start') return matchTemplateAt(parts, text, 0, attempts);
  const [first] = parts;
  if (!first || !('literal' in first)) return null;
  for (let at = text.indexOf(first.literal); at >= 0 && attempts.left > 0; at = text.indexOf(first.literal, at + 1)) {
    attempts.left -= 1;
    const values = isInsideQuotes(text, at) ? null : matchTemplateAt(parts, text, at, attempts);
    if (values) return values;
  }
  return null;
}

/** What stands in quotes is a value (a URI, a user agent, a query) that somebody else chose. */
function isInsideQuotes(text: string, to: number): boolean {
  let inside = false;
  for (let quote = text.indexOf('"'); quote >= 0 && quote < to; quote = text.indexOf('"', quote + 1)) inside = !inside;
  return inside;
}
