import { sizeOfTexts } from './block-texts.ts';
import { checkMessage } from './check-payload.ts';
import { LIMITS } from './limits.ts';
import { type Block, escapeText, type OutgoingMessage } from './message.ts';
import { textOfBlocks } from './text-of-blocks.ts';

/** A message in the form in which Slack takes it: one or more messages in order, or a short one with the whole as a file. */
export type Fitted =
  | { readonly kind: 'messages'; readonly messages: readonly OutgoingMessage[] }
  | { readonly kind: 'file'; readonly message: OutgoingMessage; readonly content: string };

const MOST_MESSAGES = 4;
const CUT = ' …';

/** Splits what is over a limit between blocks; what can't be split so, or would flood the thread, becomes a file. */
export function fitMessage(message: OutgoingMessage): Fitted {
  const text = fitText(message.text);
  const messages = pack(message.blocks).map((blocks) => ({ text, blocks }));
  const whole = messages.length === 0 ? [{ text, blocks: [] }] : messages;
  const fits = whole.length <= MOST_MESSAGES && whole.every((part) => checkMessage(part).length === 0);
  return fits ? { kind: 'messages', messages: whole } : asFile({ text, blocks: message.blocks });
}

/** The message as its fallback text and a file: the last resort, also after Slack refused the blocks. */
export function asFile({ text, blocks }: OutgoingMessage): Fitted {
  return {
    kind: 'file',
    message: { text: fitText(text), blocks: [] },
    content: `${text}\n\n${textOfBlocks(blocks)}\n`,
  };
}

/** Cut so that it stays below the limit after escaping, in bytes. */
export function fitText(text: string): string {
  let kept = text.trim() === '' ? 'nginx-why' : text.slice(0, LIMITS.fallbackBytes);
  if (bytesOf(kept) <= LIMITS.fallbackBytes) return kept;
  while (bytesOf(kept) > LIMITS.fallbackBytes - 8) kept = kept.slice(0, Math.floor(kept.length * 0.9));
  return `${kept.toWellFormed()}${CUT}`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(escapeText(text));
}

function pack(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let size = 0;
  for (const block of blocks) {
    const more = sizeOfTexts(block);
    const open = parts.at(-1);
    const full = !open || open.length >= LIMITS.blocksOfMessage || size + more > LIMITS.textOfBlocks;
    if (full) parts.push([block]);
    else open.push(block);
    size = full ? more : size + more;
  }
  return parts;
}
