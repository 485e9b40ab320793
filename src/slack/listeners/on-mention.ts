import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { parseSlackMessage, type SlackMessage } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { ReadMessage } from '../recall/read-message.ts';
import { toHelp } from '../views/help.ts';
import type { Explained, ExplainMessage, PostAnswer } from './explain.ts';
import { adviseOn, toSentence } from './say-so.ts';

type Mention = AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_mention'>;

/** Answers a mention in its thread. One without a log line, in a thread, is about the message that began the thread. */
export function onMention(
  explain: ExplainMessage,
  postAnswer: PostAnswer,
  postMessage: PostMessage,
  readMessage: ReadMessage,
  observe: Observe,
) {
  return async ({ event }: Mention): Promise<void> => {
    const startedAt = performance.now();
    const message = parseSlackMessage(event);
    if (!message) return;
    const { channel } = event;
    const own = await explain(message);
    if (own.reply.kind !== 'no-log' || own.paste.notices.length > 0) return finish(channel, own, startedAt);
    if (message.thread_ts) return aboutThread(channel, message, own, startedAt);
    if (own.paste.text.trim() === '') return help(channel, message);
    await finish(channel, own, startedAt);
  };

  async function finish(channel: string, explained: Explained, startedAt: number): Promise<void> {
    await postAnswer(channel, explained);
    observe.onAnswered('mention', explained.reply.kind, startedAt);
  }

  async function aboutThread(channel: string, asked: SlackMessage, own: Explained, startedAt: number): Promise<void> {
    const thread = asked.thread_ts ?? asked.ts;
    try {
      const parent = await readMessage(channel, thread, null);
      await finish(channel, parent ? await explain(parent) : own, startedAt);
    } catch (error) {
      const advice = adviseOn(error);
      if (advice === null) throw error;
      await postMessage({ channel, thread, message: toSentence(advice), key: `answer ${asked.ts}` });
    }
  }

  async function help(channel: string, { ts }: SlackMessage): Promise<void> {
    await postMessage({ channel, thread: ts, message: toHelp(), key: `answer ${ts}` });
  }
}
