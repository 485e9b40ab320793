import type { Observe } from '../observe.ts';
import type { Respond } from '../outgoing/respond.ts';
import type { RecallPaste } from '../recall/recall-paste.ts';
import { toAppliedAnswer } from '../views/applied-answer.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { CaseAnswers } from './case-answers.ts';
import type { Click } from './click.ts';
import type { ReadCasePaste } from './explain.ts';
import { onAnswerButton } from './on-answer-button.ts';
import type { OpenRest } from './open-rest.ts';
import { caseKeyOfClick, type RecallReply } from './recall-reply.ts';

/** “I applied it”: from this moment on, lines in the thread tell whether the fix worked; says what to paste. */
export function onApplied(
  remember: RememberApplied,
  recallReply: RecallReply,
  openRest: OpenRest,
  respond: Respond,
  observe: Observe,
) {
  return onAnswerButton(recallReply, observe, async (click, reply) => {
    await remember(click);
    await openRest(click, toAppliedAnswer(reply, click.at, click.user), `${click.actionId} ${click.value}`);
    const row = { ...click.row, pressed: [...click.row.pressed, click.actionId] };
    await respond(click.responseUrl, toShortAnswer(reply, { row, source: click.value, notices: [] }), 'replace');
  });
}

/** Remembers in the case of an answer that its fix was applied when the button was pressed. */
export type RememberApplied = (click: Click) => Promise<void>;

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
