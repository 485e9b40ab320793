import type { webApi } from '@slack/bolt';
import { fitMessage } from './fit-message.ts';
import { escapeText, type OutgoingMessage } from './message.ts';
import type { MakeCall } from './slack-calls.ts';

/** Puts words in the place of a message of ours, which keeps its metadata. False when they don't fit into one message; then nothing
 * was changed. */
export type ReplaceMessage = (channel: string, ts: string, message: OutgoingMessage) => Promise<boolean>;

export function createReplaceMessage(client: webApi.WebClient, makeCall: MakeCall): ReplaceMessage {
  return async (channel, ts, message) => {
    const fitted = fitMessage(message);
    const [only, ...others] = fitted.kind === 'messages' ? fitted.messages : [];
    if (!only || others.length > 0) return false;
    const run = () => client.chat.update({ channel, ts, text: escapeText(only.text), blocks: [...only.blocks] });
    await makeCall({ method: 'chat.update', channel, repeatable: true, run });
    return true;
  };
}
