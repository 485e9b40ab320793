import type { webApi } from '@slack/bolt';
import { TOMBSTONE } from '../incoming/change-of-message.ts';
import { parseSlackMessage, type SlackMessage } from '../incoming/slack-message.ts';
import { classifyFailure, nameFailure } from '../outgoing/call-outcome.ts';
import type { MakeCall } from '../outgoing/slack-calls.ts';

/** Reads one message from Slack: the one at `ts`, in the thread that begins at `thread` (or at `ts` itself). Null when it
 * is gone. Throws what Slack answers, for example `missing_scope` or `not_in_channel`. */
export type ReadMessage = (channel: string, ts: string, thread: string | null) => Promise<SlackMessage | null>;

export function createReadMessage(client: webApi.WebClient, makeCall: MakeCall): ReadMessage {
  return async (channel, ts, thread) => {
    const range = { oldest: ts, latest: ts, inclusive: true, limit: 2 };
    const run = () => client.conversations.replies({ channel, ts: thread ?? ts, ...range });
    const read = await orNull(makeCall({ method: 'conversations.replies', channel, repeatable: true, run }));
    const messages = (read?.messages ?? []).flatMap((message) => parseSlackMessage(message) ?? []);
    return messages.find((message) => message.ts === ts && message.subtype !== TOMBSTONE) ?? null;
  };
}

const GONE: ReadonlySet<string> = new Set(['thread_not_found', 'message_not_found']);

/** Null where Slack says that the message is gone. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (GONE.has(nameFailure(classifyFailure(error)))) return null;
    throw error;
  }
}
