import type { Observe } from '../observe.ts';
import type { Respond } from '../outgoing/respond.ts';
import { newRow } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import { onAnswerButton } from './on-answer-button.ts';
import type { RecallReply } from './recall-reply.ts';

/** “Share to channel”: everybody sees the answer, with nginx's own words, as the pasted lines stand nowhere else. It goes by
 * `response_url`, which also works where the bot is no member. */
export function onShare(recallReply: RecallReply, respond: Respond, observe: Observe) {
  return onAnswerButton(recallReply, observe, async (click, reply) => {
    const row = newRow('shared', click.user, click.row.explanation);
    await respond(click.responseUrl, toShortAnswer(reply, { row, source: click.value, notices: [] }), 'channel');
  });
}
