import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Observe } from '../observe.ts';
import type { Respond } from '../outgoing/respond.ts';
import { ACTIONS } from '../views/actions.ts';
import { toFullAnswer } from '../views/full-answer.ts';
import type { RowState, Verdict } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import { parseClick } from './click.ts';
import type { OpenRest } from './open-rest.ts';
import type { RecallReply } from './recall-reply.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** “This fixed it” and “Not it”: the answer says who said so; the second one also opens the other causes. */
export function onFeedback(
  says: Verdict['says'],
  recallReply: RecallReply,
  openRest: OpenRest,
  respond: Respond,
  observe: Observe,
) {
  return async ({ body, ack }: Press): Promise<void> => {
    await ack();
    const click = parseClick(body);
    const reply = click && (await recallReply(click));
    if (!reply) return;
    observe.onFeedback(reply.answers[0]?.entry ?? 'none', says);
    const opens = says === 'not-it' && !click.row.pressed.includes(ACTIONS.allCauses);
    const row: RowState = {
      ...click.row,
      pressed: opens ? [...click.row.pressed, ACTIONS.allCauses] : click.row.pressed,
      verdict: { says, by: click.user },
    };
    await respond(click.responseUrl, toShortAnswer(reply, { row, source: click.value, notices: [] }), 'replace');
    if (opens) await openRest(click, toFullAnswer(reply), `${ACTIONS.allCauses} ${click.value}`);
  };
}
