import type { Entry } from '../core/entry.ts';
import type { Problem } from './problem.ts';

const SHINGLE_WORDS = 4;
const SHORTEST_TEXT = 12;
const ALIKE = 0.6;
/** Shingles that so many texts share are turns of phrase; skipping them keeps the work linear. */
const MOST_HOLDERS = 12;

interface Text {
  readonly entry: string;
  readonly path: string;
  readonly shingles: ReadonlySet<string>;
}

/** Prose of different entries that says nearly the same, by Dice's coefficient over runs of four words. A cause that several
 * entries have may be told in the same words in each. */
export function lintNearDuplicates(entries: readonly Entry[]): readonly Problem[] {
  const texts = entries.flatMap(textsOf);
  const earlier = new Map<string, number[]>();
  return texts.flatMap((text, index) => {
    const shared = new Map<number, number>();
    for (const shingle of text.shingles) {
      const holders = earlier.get(shingle) ?? [];
      for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1);
      if (holders.length < MOST_HOLDERS) earlier.set(shingle, [...holders, index]);
    }
    return mostAlike(text, texts, shared);
  });
}

function mostAlike(text: Text, texts: readonly Text[], shared: ReadonlyMap<number, number>): readonly Problem[] {
  const alike = [...shared].flatMap(([at, count]) => {
    const other = texts[at];
    if (!other || other.entry === text.entry || isSameCause(other, text)) return [];
    return [{ other, dice: (2 * count) / (text.shingles.size + other.shingles.size) }];
  });
  const [best] = alike.toSorted((a, b) => b.dice - a.dice);
  if (!best || best.dice < ALIKE) return [];
  const percent = Math.round(best.dice * 100);
  return [
    {
      at: text.entry,
      path: text.path,
      text: `says to ${percent} % what ${best.other.entry} ${best.other.path} says: tell what is different here`,
      weight: 'warning',
    },
  ];
}

const isSameCause = (a: Text, b: Text): boolean => a.path === b.path && a.path.startsWith('causes.');

function textsOf(entry: Entry): readonly Text[] {
  const prose: readonly (readonly [string, string])[] = [
    ['meaning', entry.meaning],
    ...entry.userSees.map(({ text }, at) => [`userSees[${at}]`, text] as const),
    ...entry.causes.map(({ id, why }) => [`causes.${id}.why`, why] as const),
    ...entry.prevention.map((text, at) => [`prevention[${at}]`, text] as const),
    ...entry.myths.map(({ why }, at) => [`myths[${at}].why`, why] as const),
  ];
  return prose.flatMap(([path, text]) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
    return words.length < SHORTEST_TEXT ? [] : [{ entry: entry.id, path, shingles: shinglesOf(words) }];
  });
}

const shinglesOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(SHINGLE_WORDS - 1).map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(' ')));
