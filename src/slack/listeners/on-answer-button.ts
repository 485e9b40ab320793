import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Reply } from '../../core/reply/reply.ts';
import type { Observe } from '../observe.ts';
import { type Click, parseClick } from './click.ts';
import type { RecallReply } from './recall-reply.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** A press on a button of an answer: acknowledged at once, the answer is found again, and `act` does what the button is for. Where the
 * answer is gone, the person was told by `recallReply`, and nothing else happens. */
export function onAnswerButton(
  recallReply: RecallReply,
  observe: Observe,
  act: (click: Click, reply: Reply) => Promise<void>,
) {
  return async ({ body, ack }: Press): Promise<void> => {
    const startedAt = performance.now();
    await ack();
    const click = parseClick(body);
    const reply = click && (await recallReply(click));
    if (!reply) return;
    await act(click, reply);
    observe.onAnswered('button', reply.kind, startedAt);
  };
}
