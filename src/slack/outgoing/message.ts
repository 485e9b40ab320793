import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;

/** A message to send. `text` carries the whole verdict: notifications and screen readers have nothing else. It is plain
 * text; whoever sends it escapes it. */
export interface OutgoingMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Escapes the three characters that make mentions and links in texts that Slack parses. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
