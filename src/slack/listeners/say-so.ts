import { classifyFailure, nameFailure } from '../outgoing/call-outcome.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import { sentence } from '../views/plain-blocks.ts';

/** A message of one sentence. */
export function toSentence(text: string): OutgoingMessage {
  return { text: text.replaceAll('`', ''), blocks: sentence(text) };
}

export const GONE =
  'I no longer have the lines of that answer, and they are not where they were pasted. Paste them again and I answer anew.';
export const FORGOTTEN =
  "I no longer know what came before that message: cases are kept for a while only. Paste nginx's line again, and I answer anew.";
export const BROKEN =
  'Something broke on my side, and you may have got no answer. Try it once more; my log says what happened.';

const REASONS: Readonly<Record<string, string>> = {
  missing_scope:
    'I may not read messages here. Whoever installed the app must give it the scope for this kind of conversation (`channels:history`, `groups:history`, `im:history`) and install it again. Until then, mention me with the lines themselves.',
  not_in_channel:
    'I am not a member of this channel. Invite me with `/invite @nginx-why`, or use `/nginx-why` with the lines.',
  expired_trigger_id: 'Slack took too long to open the form. Type `/nginx-why` once more.',
  channel_not_found:
    'I am not a member of this channel. Invite me with `/invite @nginx-why`, or use `/nginx-why` with the lines.',
};

/** What a person can do about a call that Slack refused; null when nothing is known to help. */
export function adviseOn(error: unknown): string | null {
  return REASONS[nameFailure(classifyFailure(error))] ?? null;
}

/** Slack refuses to let us post where we are no member. */
export function isOutsider(error: unknown): boolean {
  const name = nameFailure(classifyFailure(error));
  return name === 'not_in_channel' || name === 'channel_not_found';
}
