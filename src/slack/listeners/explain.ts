import type { Reply } from '../../core/reply/reply.ts';
import { type Paste, type ReadFile, readPaste } from '../incoming/read-paste.ts';
import type { SlackMessage } from '../incoming/slack-message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { PasteMemory } from '../recall/paste-memory.ts';
import { toValue } from '../recall/paste-source.ts';
import { newRow } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { PostPlot } from './post-plot.ts';

/** The engine: pure, synchronous, and never throws for a paste. */
export type Answer = (paste: string) => Reply;

/** A message that was read, and what the engine says to it. */
export interface Explained {
  readonly message: SlackMessage;
  readonly paste: Paste;
  readonly reply: Reply;
}

/** Reads a message with its files and answers what it holds. */
export type ExplainMessage = (message: SlackMessage) => Promise<Explained>;

export function createExplainMessage(answer: Answer, readFile: ReadFile): ExplainMessage {
  return async (message) => {
    const paste = await readPaste(message, readFile);
    return { message, paste, reply: answer(paste.text) };
  };
}

/** Posts the short answer into the thread of the message. */
export type PostAnswer = (channel: string, explained: Explained) => Promise<void>;

export function createPostAnswer(
  postMessage: PostMessage,
  memory: PasteMemory,
  offersExplanation: (channel: string) => boolean,
  postPlot: PostPlot,
): PostAnswer {
  return async (channel, { message, paste, reply }) => {
    const { ts } = message;
    const source = toValue({ kind: 'message', channel, ts, thread: message.thread_ts ?? null });
    memory.remember(source, paste.text);
    const row = newRow('thread', null, offersExplanation(channel) ? 'offered' : 'none');
    const thread = message.thread_ts ?? ts;
    const short = toShortAnswer(reply, { row, source, notices: paste.notices });
    await postMessage({ channel, thread, message: short, key: `answer ${ts}` });
    if (reply.timeline) postPlot(channel, thread, reply.timeline);
  };
}
