const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
/** Marks that are not seen themselves and reorder or hide text; tag characters can even hold a text of their own. */
const INVISIBLE = /\p{Cf}/gu;

/** One line that is safe to draw anywhere: a tab or a line break becomes a space, what a terminal would obey becomes U+FFFD,
 * marks that reorder or hide text vanish. The last line of defence of every renderer; a reply should hold none of them. */
export function toDrawable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\r\n]+/g, ' ')
    .replace(CONTROL, '\ufffd')
    .replace(INVISIBLE, '');
}

/** The same for text of several lines, such as a change of configuration: indentation and line breaks stay. */
export function toDrawableLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => toDrawable(line.replaceAll('\t', '    ')));
}
