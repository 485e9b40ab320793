import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { isNew } from '../incoming/delivery-keys.ts';
import { parseSlackMessage } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import { toHelp } from '../views/help.ts';
import type { ExplainMessage, PostAnswer } from './explain.ts';

type DirectMessage = AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>;

/** Answers what a person writes or uploads in a direct conversation. Edits, deletions and bots are left alone. */
export function onDirectMessage(
  explain: ExplainMessage,
  postAnswer: PostAnswer,
  postMessage: PostMessage,
  observe: Observe,
) {
  return async ({ event }: DirectMessage): Promise<void> => {
    const startedAt = performance.now();
    const message = parseSlackMessage(event);
    if (event.channel_type !== 'im' || !isNew(event.subtype) || !message || message.bot_id) return;
    const { channel } = event;
    const explained = await explain(message);
    if (isHelp(explained.paste.text) && explained.paste.notices.length === 0) {
      const { ts } = message;
      return postMessage({ channel, thread: message.thread_ts ?? ts, message: toHelp(), key: `answer ${ts}` });
    }
    await postAnswer(channel, explained);
    observe.onAnswered('direct-message', explained.reply.kind, startedAt);
  };
}

function isHelp(text: string): boolean {
  return /^\s*(?:help|\?|hi|hello)?[.?]?\s*$/i.test(text);
}
