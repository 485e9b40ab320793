import { toDrawable } from '../core/reply/drawable.ts';

/** A word of prose: letters, digits, inner hyphens and apostrophes, punctuation that no Markdown gives a meaning. */
const PLAIN_WORD = /^["'\u201c\u2018(]*[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*[)"'\u201d\u2019,;:.?%\u2026]*$/u;
/** A sign that stands alone between words. */
const PLAIN_SIGN = /^[\u2192\u00b7\u2014\u2013\u00d7\u2026,;:?]+$/u;
/** What trackers turn into links although it looks like a word: issue keys and commit hashes. */
const AUTOMATIC_LINK = /\b[A-Z][A-Z0-9]*-\d|\b[0-9a-f]{7,}\b/;
/** A span of code with the punctuation around it. */
const CODE = /^(["'(]*)`([^`]+)`([)"',;:.?]*|'s)$/;
const WORDS = /(?:`[^`]*`|[^\s`]|`)+/g;

/** Prose as Markdown that shows the same words and nothing else. Whatever is not a plain word (an address, a path, a sign that
 * Markdown or a tracker may act on) becomes a span of code, where neither links nor images, HTML or mentions exist. */
export function escapeMarkdown(text: string): string {
  return (toDrawable(text).match(WORDS) ?? []).map((word) => toSafeWord(word)).join(' ');
}

function toSafeWord(word: string): string {
  if (PLAIN_SIGN.test(word)) return word;
  if (PLAIN_WORD.test(word) && !AUTOMATIC_LINK.test(word)) return word.replace(/^(\d+)([.)])/, '$1\\$2');
  const [, before = '', code, after = ''] = CODE.exec(word) ?? [];
  return code === undefined ? toCodeSpan(word) : `${before}${toCodeSpan(code)}${after}`;
}

/** Text in code font. Its fence is longer than any run of backticks in the text. */
export function toCodeSpan(text: string): string {
  const shown = toDrawable(text);
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || /^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines as a block of code that nothing in them can end. */
export function toCodeBlock(lines: readonly string[], language: 'sh' | 'text', indent = ''): readonly string[] {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...lines.map(toDrawableKeepingIndent), fence].map((line) => `${indent}${line}`);
}

const toDrawableKeepingIndent = (line: string): string => toDrawable(line.replaceAll('\t', '    '));

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
