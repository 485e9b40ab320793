import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { parseSlackMessage } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import type { Respond } from '../outgoing/respond.ts';
import { newRow } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { ExplainMessage, PostAnswer } from './explain.ts';
import { isOutsider } from './say-so.ts';

type Shortcut = AllMiddlewareArgs & SlackShortcutMiddlewareArgs<MessageShortcut>;

const INVITE =
  'Only you see this: I am not a member here. Invite me with /invite @nginx-why and I answer in the thread.';

/** “Why this nginx error?” on a message answers in its thread, or to the asker alone where the bot is no member. */
export function onShortcut(explain: ExplainMessage, postAnswer: PostAnswer, respond: Respond, observe: Observe) {
  return async ({ shortcut, ack }: Shortcut): Promise<void> => {
    const startedAt = performance.now();
    await ack();
    const message = parseSlackMessage(shortcut.message);
    if (!message) return;
    const explained = await explain(message);
    const { kind } = await postAnswer(shortcut.channel.id, explained).catch(async (error: unknown) => {
      if (!isOutsider(error)) throw error;
      const reply = explained.read.replyAfter([]);
      const notices = [...explained.paste.notices, INVITE];
      await respond(
        shortcut.response_url,
        toShortAnswer(reply, { row: newRow('asker'), source: null, notices }),
        'asker',
      );
      return reply;
    });
    observe.onAnswered('shortcut', kind, startedAt);
  };
}
