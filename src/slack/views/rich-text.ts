import type { types } from '@slack/bolt';
import { toDrawable, toDrawableLines } from '../../core/reply/drawable.ts';
import type { Block } from '../outgoing/message.ts';

/** A run of words in rich text. Slack parses none of it: no mention, no link, no formatting comes alive. */
export type Inline = types.RichTextText | types.RichTextLink | types.RichTextUserMention;
export type Part = types.RichTextBlockElement;

/** Words with an optional look; empty words vanish. */
export function words(
  text: string,
  style?: { readonly bold?: true; readonly italic?: true; readonly code?: true },
): readonly Inline[] {
  const shown = toDrawableLines(text).join('\n');
  return shown === '' ? [] : [{ type: 'text', text: shown, ...(style ? { style } : {}) }];
}

export function bold(text: string): readonly Inline[] {
  return words(text, { bold: true });
}

export function italic(text: string): readonly Inline[] {
  return words(text, { italic: true });
}

export function code(text: string): readonly Inline[] {
  return words(text, { code: true });
}

/** A sentence of a reply: what stands between backticks is code. */
export function prose(text: string): readonly Inline[] {
  return text.split('`').flatMap((piece, index) => (index % 2 === 1 ? code(piece) : words(piece)));
}

/** The same in bold, for titles. */
export function boldProse(text: string): readonly Inline[] {
  return text
    .split('`')
    .flatMap((piece, index) => words(piece, index % 2 === 1 ? { bold: true, code: true } : { bold: true }));
}

/** A link of our own knowledge; a value of a paste never becomes one. */
export function link(url: string, text: string): readonly Inline[] {
  return [{ type: 'link', url, text: toDrawable(text) }];
}

export function user(id: string): readonly Inline[] {
  return [{ type: 'user', user_id: id }];
}

/** A paragraph; none when it says nothing. */
export function paragraph(...runs: readonly (readonly Inline[])[]): readonly Part[] {
  const elements = runs.flat();
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
}

export function bullets(items: readonly (readonly Inline[])[], indent = 0): readonly Part[] {
  const elements = items
    .filter((item) => item.length > 0)
    .map((item): types.RichTextSection => ({ type: 'rich_text_section', elements: [...item] }));
  return elements.length === 0 ? [] : [{ type: 'rich_text_list', style: 'bullet', indent, elements }];
}

/** A command or lines to write, verbatim, in a box of their own from which they are copied. */
export function preformatted(text: string): readonly Part[] {
  const shown = toDrawableLines(text).join('\n');
  return shown === '' ? [] : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown }] }];
}

/** A block of the parts; none when there is nothing in it. Paragraphs that follow each other become lines of one section, as
 * Slack's own composer writes them. */
export function richText(...parts: readonly (readonly Part[])[]): readonly Block[] {
  const elements: Part[] = [];
  for (const part of parts.flat()) {
    const last = elements.at(-1);
    if (part.type !== 'rich_text_section' || last?.type !== 'rich_text_section') elements.push(part);
    else elements[elements.length - 1] = { ...last, elements: [...last.elements, ...words('\n'), ...part.elements] };
  }
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }];
}
