import type { Entry } from '../core/entry.ts';

/** How much a word counts by where it stands; more than once counts no more than once. */
const WEIGHTS = { name: 6, line: 5, cause: 3, meaning: 2, rest: 1 } as const;
const PREFIX_COUNTS = 0.6;
const SHORTEST_PREFIX = 3;

/** Entries that have words of the query, best first: those with more of its words, then those where rarer words stand in
 * weightier places. Words are letters, digits and underscores; case doesn't matter. */
export function searchEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = [...new Set(wordsOf(query))];
  const indexed = entries.map((entry) => ({ entry, fields: indexOf(entry) }));
  const scored = indexed.map(({ entry, fields }) => ({
    entry,
    perWord: words.map((word) => Math.max(0, ...fields.map(({ weight, has }) => weight * closeness(word, has)))),
  }));
  const rarity = words.map((_, at) => {
    const holders = scored.filter(({ perWord }) => (perWord[at] ?? 0) > 0).length;
    return Math.log(1 + entries.length / Math.max(1, holders));
  });
  return scored
    .map(({ entry, perWord }) => ({
      entry,
      found: perWord.filter((score) => score > 0).length,
      score: perWord.reduce((sum, score, at) => sum + score * (rarity[at] ?? 0), 0),
    }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found || b.score - a.score)
    .map(({ entry }) => entry);
}

interface Field {
  readonly weight: number;
  readonly has: ReadonlySet<string>;
}

function indexOf(entry: Entry): readonly Field[] {
  const lines = entry.signatures.flatMap(({ template, errnos, actions, containing }) => [
    template,
    ...(errnos ?? []),
    ...(actions ?? []),
    ...(containing ?? []),
  ]);
  const rest = [
    ...entry.examples.map(({ paste }) => paste),
    ...entry.myths.map(({ claim }) => claim),
    ...entry.prevention,
  ];
  return [
    field(WEIGHTS.name, [entry.id, entry.title]),
    field(WEIGHTS.line, lines),
    field(
      WEIGHTS.cause,
      entry.causes.flatMap(({ id, title }) => [id, title]),
    ),
    field(WEIGHTS.meaning, [entry.meaning, ...entry.causes.map(({ why }) => why)]),
    field(WEIGHTS.rest, [...rest, ...entry.causes.flatMap(({ fixes }) => fixes.map(({ title }) => title))]),
  ];
}

const field = (weight: number, texts: readonly string[]): Field => ({ weight, has: new Set(texts.flatMap(wordsOf)) });

/** `proxy_read_timeout` is a word, and so are its parts. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.flatMap((word) =>
    word.includes('_') ? [word, ...word.split('_').filter((part) => part !== '')] : [word],
  );
}

function closeness(word: string, has: ReadonlySet<string>): number {
  if (has.has(word)) return 1;
  if (word.length < SHORTEST_PREFIX) return 0;
  for (const known of has) if (known.startsWith(word)) return PREFIX_COUNTS;
  return 0;
}
