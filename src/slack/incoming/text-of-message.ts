import { z } from 'zod';
import { decodeText } from './decode-text.ts';
import type { Attachment, SlackMessage } from './slack-message.ts';
import { textOfRichText } from './text-of-rich-text.ts';

const TextSchema = z.object({ type: z.string(), text: z.string() });
const SectionSchema = z.object({
  text: TextSchema.nullish(),
  fields: z.array(TextSchema).nullish(),
  elements: z.array(z.unknown()).nullish(),
});

/** Everything that a message says, as it was typed: rich text where there is some (it keeps what `text` loses), else
 * `text`; then what an alert put into blocks and attachments. Never both forms of the same words. Empty when it says nothing. */
export function textOfMessage(message: SlackMessage): string {
  const { text, blocks, attachments } = message;
  const own = textOfBlocks(blocks ?? []) || decodeText(text ?? '');
  return [own, ...(attachments ?? []).map(textOfAttachment)].filter((part) => part.trim() !== '').join('\n');
}

function textOfBlocks(blocks: readonly unknown[]): string {
  return blocks
    .map((block) => textOfRichText(block) ?? textOfSection(block))
    .filter((part) => part !== '')
    .join('\n')
    .trim();
}

/** Sections, headers and contexts of alerts. */
function textOfSection(block: unknown): string {
  const section = SectionSchema.safeParse(block).data;
  if (!section) return '';
  const elements = (section.elements ?? []).flatMap((element) => TextSchema.safeParse(element).data ?? []);
  return [...(section.text ? [section.text] : []), ...(section.fields ?? []), ...elements]
    .map(({ type, text }) => (type === 'mrkdwn' ? decodeText(text) : text))
    .join('\n');
}

/** `fallback` repeats the rest in plain words, so it counts only where there is nothing else. */
function textOfAttachment(attachment: Attachment): string {
  const blocks = textOfBlocks(attachment.blocks ?? []);
  if (blocks !== '') return blocks;
  const fields = (attachment.fields ?? []).flatMap(({ title, value }) => [title, value]);
  const parts = [attachment.pretext, attachment.title, attachment.text, ...fields].filter((part) => part?.trim());
  return decodeText(parts.length > 0 ? parts.join('\n') : (attachment.fallback ?? ''));
}
