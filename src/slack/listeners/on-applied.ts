import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Observe } from '../observe.ts';
import type { Respond } from '../outgoing/respond.ts';
import type { RecallPaste } from '../recall/recall-paste.ts';
import { toAppliedAnswer } from '../views/applied-answer.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { CaseAnswers } from './case-answers.ts';
import { parseClick } from './click.ts';
import type { ReadCasePaste } from './explain.ts';
import type { OpenRest } from './open-rest.ts';
import { caseKeyOfClick, type RecallReply } from './recall-reply.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** “I applied it”: from this moment on, lines in the thread tell whether the fix worked; says what to paste. */
export function onApplied(
  remember: RememberApplied,
  recallReply: RecallReply,
  openRest: OpenRest,
  respond: Respond,
  observe: Observe,
) {
  return async ({ body, ack }: Press): Promise<void> => {
    const startedAt = performance.now();
    await ack();
    const click = parseClick(body);
    const reply = click && (await recallReply(click));
    if (!reply) return;
    await remember(click);
    await openRest(click, toAppliedAnswer(reply, click.at, click.user), `${click.actionId} ${click.value}`);
    const row = { ...click.row, pressed: [...click.row.pressed, click.actionId] };
    await respond(click.responseUrl, toShortAnswer(reply, { row, source: click.value, notices: [] }), 'replace');
    observe.onAnswered('button', reply.kind, startedAt);
  };
}

/** Remembers in the case of an answer that its fix was applied when the button was pressed. */
export type RememberApplied = (click: NonNullable<ReturnType<typeof parseClick>>) => Promise<void>;

export function createRememberApplied(
  readCasePaste: ReadCasePaste,
  recallPaste: RecallPaste,
  cases: CaseAnswers,
): RememberApplied {
  return async (click) => {
    const at = caseKeyOfClick(click);
    if (!at) return;
    const text = await recallPaste(click.value);
    // a shared answer, and one whose case is forgotten, begin their case here
    if (text !== null && !cases.has(at)) cases.answer(at, await readCasePaste(text));
    cases.apply({ ...at, key: `${click.actionId} ${at.key}` }, click.at);
  };
}
