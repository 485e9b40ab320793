import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { isNew } from '../incoming/delivery-keys.ts';
import { parseSlackMessage } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { CaseAnswers } from './case-answers.ts';
import { caseKeyOf, type ExplainMessage, type PostAnswer } from './explain.ts';

type DirectMessage = AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>;

const DeletionSchema = z.object({
  subtype: z.literal('message_deleted'),
  deleted_ts: z.string(),
  previous_message: z.object({ thread_ts: z.string().nullish() }).nullish(),
});

/** Answers what a person writes or uploads in a direct conversation. Edits and bots are left alone; what was in a message that is
 * deleted is forgotten. */
export function onDirectMessage(
  explain: ExplainMessage,
  postAnswer: PostAnswer,
  postMessage: PostMessage,
  cases: CaseAnswers,
  help: OutgoingMessage,
  observe: Observe,
) {
  return async ({ event }: DirectMessage): Promise<void> => {
    const startedAt = performance.now();
    const { channel } = event;
    const deletion = DeletionSchema.safeParse(event).data;
    if (deletion) {
      const { deleted_ts: key, previous_message } = deletion;
      return cases.forget({ channel, thread: previous_message?.thread_ts ?? key, key });
    }
    const message = parseSlackMessage(event);
    if (event.channel_type !== 'im' || !isNew(event.subtype) || !message || message.bot_id) return;
    if (cases.has(caseKeyOf(channel, message))) return observe.onDuplicate();
    const explained = await explain(message);
    if (isHelp(explained.paste.text) && explained.paste.notices.length === 0) {
      const { thread, key } = caseKeyOf(channel, message);
      return postMessage({ channel, thread, message: help, key: `answer ${key}` });
    }
    const { kind } = await postAnswer(channel, explained);
    observe.onAnswered('direct-message', kind, startedAt);
  };
}

function isHelp(text: string): boolean {
  return /^\s*(?:help|\?|hi|hello)?[.?]?\s*$/i.test(text);
}
