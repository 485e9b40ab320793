import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { InTurn } from '../incoming/in-turn.ts';
import { parseSlackMessage, type SlackMessage } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { ReadMessage } from '../recall/read-message.ts';
import type { AnswerEdit } from './answer-edit.ts';
import type { CaseAnswers } from './case-answers.ts';
import { caseKeyOf, type Explained, type ExplainMessage, type PostAnswer } from './explain.ts';
import { adviseOn, toSentence } from './say-so.ts';

type Mention = AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_mention'>;

/** Answers a mention in its thread, as the next step of the case there. Where no case is open in a thread and the mention has no
 * line of nginx's, the message that began the thread is read as well: what follows an alert is about the alert. */
export function onMention(
  explain: ExplainMessage,
  postAnswer: PostAnswer,
  answerEdit: AnswerEdit,
  postMessage: PostMessage,
  readMessage: ReadMessage,
  cases: CaseAnswers,
  help: OutgoingMessage,
  inTurn: InTurn,
  observe: Observe,
) {
  return async ({ event }: Mention): Promise<void> => {
    const startedAt = performance.now();
    const message = parseSlackMessage(event);
    if (!message) return;
    const { channel } = event;
    const answer = message.edited ? answerAgain : answerFirst;
    await inTurn(`${channel} ${message.ts}`, () => answer(channel, message, startedAt));
  };

  async function answerFirst(channel: string, message: SlackMessage, startedAt: number): Promise<void> {
    if (cases.has(caseKeyOf(channel, message))) return observe.onDuplicate();
    await answerNew(channel, await explain(message), startedAt);
  }

  /** Slack tells a mention once more when its message is edited, also where only then the bot was mentioned. */
  async function answerAgain(channel: string, message: SlackMessage, startedAt: number): Promise<void> {
    const edited = await explain(message);
    const at = caseKeyOf(channel, message);
    const isAnswered = message.thread_ts && cases.isOpen(at) && !cases.has(at);
    if (isAnswered && !edited.read.saysSomething) return;
    const reply = await answerEdit(channel, edited, async () => {
      await answerNew(channel, edited, startedAt);
      return null;
    });
    if (reply) observe.onAnswered('mention', reply.kind, startedAt);
  }

  async function answerNew(channel: string, own: Explained, startedAt: number): Promise<void> {
    const { message } = own;
    const at = caseKeyOf(channel, message);
    if (!own.read.hasNginxLines && own.paste.notices.length === 0) {
      if (message.thread_ts && !cases.isOpen(at)) return aboutThread(channel, own, startedAt);
      if (!message.thread_ts && own.paste.text.trim() === '') return sayHow(channel, message);
    }
    await finish(channel, own, startedAt);
  }

  async function finish(channel: string, explained: Explained, startedAt: number): Promise<void> {
    const { kind } = await postAnswer(channel, explained);
    observe.onAnswered('mention', kind, startedAt);
  }

  async function aboutThread(channel: string, own: Explained, startedAt: number): Promise<void> {
    const { thread, key } = caseKeyOf(channel, own.message);
    try {
      const first = await readMessage(channel, thread, null);
      const parent = first && (await explain(first));
      if (!parent) return await finish(channel, own, startedAt);
      if (!own.read.saysSomething) return await finish(channel, parent, startedAt);
      cases.readAlong(caseKeyOf(channel, parent.message), parent.read);
      await finish(channel, own, startedAt);
    } catch (error) {
      const advice = adviseOn(error);
      if (advice === null) throw error;
      await postMessage({ channel, thread, message: toSentence(advice), key: `answer ${key}` });
    }
  }

  async function sayHow(channel: string, { ts }: SlackMessage): Promise<void> {
    await postMessage({ channel, thread: ts, message: help, key: `answer ${ts}` });
  }
}
