/** True where `words` stand in the text at `at`, which is not negative: what `text.startsWith(words, at)` says. V8 compares two strings many characters at once,
 * and in `startsWith` one by one, which takes twice to four times as long from eight characters on. */
export const standsAt = (text: string, words: string, at: number): boolean =>
  text.slice(at, at + words.length) === words;
