import type { CompanionPattern } from './companion.ts';
import { matchTemplateAt, readCompanionTemplate, type TemplatePart, withSingleSpaces } from './companion-template.ts';
import { patternsIn } from './companion-words.ts';
import type { CompiledKnowledge } from './compiled-knowledge.ts';
import { once, oncePerKey } from './once.ts';

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

interface Opened {
  readonly pattern: CompanionPattern;
  readonly program: string;
  readonly parts: readonly TemplatePart[];
  /** How many characters of the template are literal: the more, the more specific. */
  readonly literals: number;
}

const LONGEST_TEXT = 8192;
const MOST_ATTEMPTS = 64;

/** Each pattern is filed under one whole word that its lines must hold, so a line costs one look-up a word however many
 * patterns there are. A pattern is taken apart when a line first has its word. */
export function createCompanionMatcher({ patternsByWord, pattern }: CompiledKnowledge): CompanionMatcher {
  const byWord = once((): ReadonlyMap<string, readonly number[]> => new Map(patternsByWord()));
  const open = oncePerKey((number: number): Opened => toOpened(pattern(number)));
  return (line) => {
    const text = withSingleSpaces(line.slice(0, LONGEST_TEXT).trimStart());
    const best = new Map<string, { readonly match: CompanionMatch; readonly literals: number }>();
    for (const number of patternsIn(text, byWord())) {
      const candidate = open(number);
      if ((best.get(candidate.program)?.literals ?? 0) >= candidate.literals) continue;
      const values = find(candidate, text);
      if (!values) continue;
      const match = { pattern: candidate.pattern, program: candidate.program, values };
      best.set(candidate.program, { match, literals: candidate.literals });
    }
    return [...best.values()].toSorted((a, b) => b.literals - a.literals).map(({ match }) => match);
  };
}

function toOpened({ program, pattern }: ReturnType<CompiledKnowledge['pattern']>): Opened {
  const parts = readCompanionTemplate(pattern.template);
  const literals = parts.reduce((sum, part) => sum + ('literal' in part ? part.literal.length : 0), 0);
  return { program, pattern, parts, literals };
}

function find({ pattern, parts }: Opened, text: string): CompanionMatch['values'] | null {
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
