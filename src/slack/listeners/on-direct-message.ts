import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { parseChangeOfMessage } from '../incoming/change-of-message.ts';
import { isNew } from '../incoming/delivery-keys.ts';
import type { InTurn } from '../incoming/in-turn.ts';
import { parseSlackMessage, type SlackMessage } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { AnswerEdit } from './answer-edit.ts';
import type { CaseAnswers } from './case-answers.ts';
import { caseKeyOf, type ExplainMessage, type PostAnswer } from './explain.ts';

type DirectMessage = AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>;

/** Answers what a person writes or uploads in a direct conversation, and answers it anew when they edit it. Bots are left alone. What
 * was in a message that is deleted is forgotten, and its answer stays. */
export function onDirectMessage(
  explain: ExplainMessage,
  postAnswer: PostAnswer,
  answerEdit: AnswerEdit,
  postMessage: PostMessage,
  cases: CaseAnswers,
  help: OutgoingMessage,
  inTurn: InTurn,
  observe: Observe,
) {
  return async ({ event }: DirectMessage): Promise<void> => {
    const startedAt = performance.now();
    const { channel } = event;
    const change = parseChangeOfMessage(event);
    const message = change ? null : parseSlackMessage(event);
    if (change?.kind === 'deleted')
      return cases.forget({ channel, thread: change.thread ?? change.ts, key: change.ts });
    if (event.channel_type !== 'im') return;
    if (change?.kind === 'edited')
      return inTurn(`${channel} ${change.message.ts}`, () => answerAgain(channel, change.message, startedAt));
    if (!isNew(event.subtype) || !message || message.bot_id) return;
    await inTurn(`${channel} ${message.ts}`, () => answer(channel, message, startedAt));
  };

  async function answer(channel: string, message: SlackMessage, startedAt: number): Promise<void> {
    if (cases.has(caseKeyOf(channel, message))) return observe.onDuplicate();
    const explained = await explain(message);
    if (isHelp(explained.paste.text) && explained.paste.notices.length === 0) {
      const { thread, key } = caseKeyOf(channel, message);
      return postMessage({ channel, thread, message: help, key: `answer ${key}` });
    }
    const { kind } = await postAnswer(channel, explained);
    observe.onAnswered('direct-message', kind, startedAt);
  }

  async function answerAgain(channel: string, message: SlackMessage, startedAt: number): Promise<void> {
    const edited = await explain(message);
    if (!edited.read.saysSomething && !cases.has(caseKeyOf(channel, message))) return;
    const reply = await answerEdit(channel, edited, () => postAnswer(channel, edited));
    if (reply) observe.onAnswered('direct-message', reply.kind, startedAt);
  }
}

function isHelp(text: string): boolean {
  return /^\s*(?:help|\?|hi|hello)?[.?]?\s*$/i.test(text);
}
