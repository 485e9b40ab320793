import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Observe } from '../observe.ts';
import type { Respond } from '../outgoing/respond.ts';
import { ACTIONS } from '../views/actions.ts';
import { toFullAnswer } from '../views/full-answer.ts';
import type { RowState, Verdict } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import { parseClick } from './click.ts';
import type { RememberApplied } from './on-applied.ts';
import type { OpenRest } from './open-rest.ts';
import type { RecallReply } from './recall-reply.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** “This fixed it” and “Not it”: the answer says who said so. The first one also is a statement that the fix was applied, which
 * later pastes can bear out; the second one also opens the other causes. */
export function onFeedback(
  says: Verdict['says'],
  remember: RememberApplied,
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
    const told = reply.answers[reply.change?.about ?? 0];
    observe.onFeedback(told?.entry ?? 'none', told?.causes[0]?.id ?? 'none', says);
    if (says === 'fixed') await remember(click);
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
