import { toDrawable } from '../core/reply/drawable.ts';

/** A word; what stands between backticks stays in one piece where it is short enough to fit a line. */
const WORDS = /(?:`[^`]{1,50}`|[^\s`]|`)+/g;

/** Lines of prose, at most `columns` wide. The first starts with `first`, the others with as many spaces.
 * A word that is longer than a line is cut where the line ends. Text that no terminal should see is taken out. */
export function wrap(text: string, columns: number, first = ''): readonly string[] {
  const width = Math.max(columns - first.length, 20);
  const pieces = (toDrawable(text).match(WORDS) ?? []).flatMap((word) => cut(word, width));
  const indent = ' '.repeat(first.length);
  return fill(pieces, width).map((line, index) => `${index === 0 ? first : indent}${line}`);
}

function fill(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const characters = [...word];
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, index) =>
    characters.slice(index * width, (index + 1) * width).join(''),
  );
}

const HALF_OF_A_PAIR = /[\ud800-\udfff]/;

/** Counted in code points. */
const widthOf = (text: string): number => (HALF_OF_A_PAIR.test(text) ? [...text].length : text.length);
