import type { CompanionPattern } from './companion.ts';
import { readCompanionTemplate, type TemplatePart } from './companion-template.ts';
import type { PatternsByWord } from './compiled-knowledge.ts';

const WORDS = /[A-Za-z0-9_]+/g;

/** Files each pattern, by its place in the list, under the word that fewest patterns have; of those, the longest. Throws at a
 * template that can't be matched so. */
export function fileUnderWords(patterns: readonly CompanionPattern[]): PatternsByWord {
  const wordsOf = patterns.map((pattern) => wholeWords(checked(pattern)));
  const uses = Map.groupBy(
    wordsOf.flatMap((words) => [...words]),
    (word) => word,
  );
  const rank = (word: string): number => (uses.get(word)?.length ?? 0) * 1000 - Math.min(word.length, 999);
  const filed = Map.groupBy(patterns.keys(), (number) => {
    const [word] = [...(wordsOf[number] ?? [])].toSorted((a, b) => rank(a) - rank(b));
    if (word === undefined)
      throw new Error(`pattern ${patterns[number]?.id}: its template holds no whole word of its own`);
    return word;
  });
  return [...filed];
}

function checked(pattern: CompanionPattern): readonly TemplatePart[] {
  const parts = readCompanionTemplate(pattern.template);
  const [first] = parts;
  if (pattern.at === 'anywhere' && (!first || 'name' in first)) {
    throw new Error(`pattern ${pattern.id}: a template for "anywhere" starts with a literal, not with a hole`);
  }
  return parts;
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

/** The patterns whose word stands in the text, each once. */
export function patternsIn(text: string, byWord: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [word] of text.matchAll(WORDS)) {
    for (const pattern of byWord.get(word) ?? []) found.add(pattern);
  }
  return found;
}
