import type { webApi } from '@slack/bolt';
import { parseSlackMessage, type SlackMessage } from '../incoming/slack-message.ts';
import type { MakeCall } from '../outgoing/slack-calls.ts';
import { toValue } from './paste-source.ts';
import { sourceOfAnswer } from './source-of-answer.ts';

/** Where one of our answers stands. */
export interface FoundAnswer {
  readonly ts: string;
  /** False where something was written in the thread since. */
  readonly isLast: boolean;
}

/** Finds our answer to a message, by the key that it was posted with or by its buttons; null when there is none. Throws what Slack
 * answers, for example `missing_scope`. */
export type FindAnswer = (channel: string, message: SlackMessage) => Promise<FoundAnswer | null>;

export function createFindAnswer(client: webApi.WebClient, makeCall: MakeCall, botId: string): FindAnswer {
  return async (channel, { ts, thread_ts }) => {
    const range = { oldest: ts, limit: 200, include_all_metadata: true };
    const run = () => client.conversations.replies({ channel, ts: thread_ts ?? ts, ...range });
    const read = await makeCall({ method: 'conversations.replies', channel, repeatable: true, run });
    const messages = (read.messages ?? []).flatMap((message) => parseSlackMessage(message) ?? []);
    const source = toValue({ kind: 'message', channel, ts, thread: thread_ts ?? null });
    const own = messages.filter((message) => message.bot_id === botId);
    const isAnswer = (message: SlackMessage): boolean =>
      isKeyOf(ts, message) || sourceOfAnswer(message, botId) === source;
    const found = own.findLast((message) => isKeyOf(ts, message)) ?? own.find(isAnswer);
    return found ? { ts: found.ts, isLast: found.ts === messages.at(-1)?.ts } : null;
  };
}

/** An answer that did not fit in the place of an earlier one has a longer key. */
function isKeyOf(ts: string, { metadata }: SlackMessage): boolean {
  const key = metadata?.event_payload.key;
  return key === `answer ${ts}` || (typeof key === 'string' && key.startsWith(`answer ${ts} `));
}
