import { toDrawable } from '../../core/reply/drawable.ts';
import { LIMITS } from '../outgoing/limits.ts';
import type { Block } from '../outgoing/message.ts';
import { bold, paragraph, prose, richText } from './rich-text.ts';

/** The first line of an answer. Words between backticks or beyond a header's length make it a bold line instead. */
export function headline(text: string): readonly Block[] {
  const shown = toDrawable(text);
  if (shown.length > LIMITS.header) return richText(paragraph(bold(shown.replaceAll('`', ''))));
  return [{ type: 'header', text: { type: 'plain_text', text: shown.replaceAll('`', ''), emoji: false } }];
}

/** Small print: one line each. */
export function smallPrint(lines: readonly string[]): readonly Block[] {
  const elements = lines
    .map((line) => toDrawable(line).replaceAll('`', '').slice(0, 1_000))
    .filter((text) => text !== '')
    .slice(0, LIMITS.contextElements)
    .map((text) => ({ type: 'plain_text' as const, text, emoji: false }));
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** One paragraph of words. */
export function sentence(text: string): readonly Block[] {
  return richText(paragraph(prose(text)));
}
