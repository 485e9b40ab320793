import { goesOn, type IsOfAnother } from './goes-on.ts';
import type { PastedLine } from './pasted-line.ts';
import { TRACEBACK_LINE } from './traceback.ts';

const WORD_START = /^(?:while|HTTP\/|client:|server:|request:|upstream:|host:|referrer:|failed|to |from )/;

/** What an open quote is looked for in. */
const MOST_LOOKED_AT = 40;

/** Joins the pieces of error lines that a terminal, a mail program or a chat wrapped. Each record keeps its line numbers. */
export function joinWrapped(lines: readonly PastedLine[], isOfAnother: IsOfAnother): readonly PastedLine[] {
  const width = widest(lines);
  const joined: PastedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const open = joined.at(-1);
    if (open && goesOn(open, line, () => lines.slice(index + 1, index + 1 + MOST_LOOKED_AT), isOfAnother)) {
      joined[joined.length - 1] = {
        ...open,
        text: withoutMark(open.text) + separator(open.text, line, width) + line.text,
        at: [...open.at, ...line.at.filter((number) => !open.at.includes(number))],
      };
    } else joined.push(line);
  }
  return joined;
}

/** No word of nginx's is longer and begins so. */
const WHOLE_WORD = /\b(?:while|failed)$/;

/** A shell's sign that a line goes on. */
const MARK = ' \\';
const withoutMark = (text: string): string => (text.endsWith(MARK) ? text.slice(0, -MARK.length) : text);

const widest = (lines: readonly PastedLine[]): number =>
  lines.reduce((most, line) => Math.max(most, line.text.length), 0);

/** Nothing where a terminal cut at its width, a space where a program wrapped at a word. */
function separator(before: string, { text: next, prefix }: PastedLine, width: number): string {
  if (/^\s+$/.test(prefix) || TRACEBACK_LINE.test(next) || /[,:)]$/.test(before) || WORD_START.test(next)) return ' ';
  if (WHOLE_WORD.test(before) || before.endsWith(MARK)) return ' ';
  if (before.split('"').length % 2 === 0)
    return /^HTTP\//.test(next) || (/ \w{0,12}$/.test(before) && before.length < width) ? ' ' : '';
  return before.length >= Math.min(width, 76) && before.length >= width - 2 ? '' : ' ';
}
