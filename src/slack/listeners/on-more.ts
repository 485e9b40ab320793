import type { Reply } from '../../core/reply/reply.ts';
import type { Observe } from '../observe.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { Respond } from '../outgoing/respond.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import { onAnswerButton } from './on-answer-button.ts';
import type { OpenRest } from './open-rest.ts';
import type { RecallReply } from './recall-reply.ts';

/** A button that opens the rest of an answer, once: in a thread it is gone afterwards. */
export function onMore(
  view: (reply: Reply) => OutgoingMessage,
  recallReply: RecallReply,
  openRest: OpenRest,
  respond: Respond,
  observe: Observe,
) {
  return onAnswerButton(recallReply, observe, async (click, reply) => {
    await openRest(click, view(reply), `${click.actionId} ${click.value}`);
    const row = { ...click.row, pressed: [...click.row.pressed, click.actionId] };
    if (click.thread !== null) {
      await respond(click.responseUrl, toShortAnswer(reply, { row, source: click.value, notices: [] }), 'replace');
    }
  });
}
