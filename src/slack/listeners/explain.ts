import type { CasePaste } from '../../core/case/case-paste.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { type Paste, type ReadFile, readPaste } from '../incoming/read-paste.ts';
import type { SlackMessage } from '../incoming/slack-message.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { PasteMemory } from '../recall/paste-memory.ts';
import { toValue } from '../recall/paste-source.ts';
import type { RecallPaste } from '../recall/recall-paste.ts';
import { sourceOfAnswer } from '../recall/source-of-answer.ts';
import { newRow } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { CaseAnswers, CaseKey } from './case-answers.ts';
import type { PostPlot } from './post-plot.ts';

/** The engine on one paste alone: pure, synchronous, and never throws for a paste. */
export type Answer = (paste: string) => Reply;
/** The engine on one paste of a case. A long one is read a little at a time, so that others are served meanwhile; never rejects for a
 * paste. */
export type ReadCasePaste = (paste: string) => Promise<CasePaste>;

/** A message that was read, with its files. */
export interface Explained {
  readonly message: SlackMessage;
  readonly paste: Paste;
  readonly read: CasePaste;
}

/** Reads a message with its files. */
export type ExplainMessage = (message: SlackMessage) => Promise<Explained>;

/** Of one of our own answers (`botId` is ours) the paste that it answers is read, never what it says itself. */
export function createExplainMessage(
  readCasePaste: ReadCasePaste,
  readFile: ReadFile,
  recallPaste: RecallPaste,
  botId: string,
): ExplainMessage {
  return async (message) => {
    const source = sourceOfAnswer(message, botId);
    const paste =
      source === null ? await readPaste(message, readFile) : { text: (await recallPaste(source)) ?? '', notices: [] };
    return { message, paste, read: await readCasePaste(paste.text) };
  };
}

/** Where a message's paste stands in the cases. */
export function caseKeyOf(channel: string, { ts, thread_ts }: SlackMessage): CaseKey {
  return { channel, thread: thread_ts ?? ts, key: ts };
}

/** An answer before it is sent. */
export interface Draft {
  readonly reply: Reply;
  readonly message: OutgoingMessage;
}

/** Answers a message in the case of its thread, and remembers its paste for the buttons. `notices` are added to those of the paste. */
export type DraftAnswer = (channel: string, explained: Explained, notices: readonly string[]) => Draft;

export function createDraftAnswer(
  memory: PasteMemory,
  cases: CaseAnswers,
  offersExplanation: (channel: string) => boolean,
): DraftAnswer {
  return (channel, { message, paste, read }, notices) => {
    const reply = cases.answer(caseKeyOf(channel, message), read);
    const source = sourceOf(channel, message);
    memory.remember(source, paste.text);
    const row = newRow('thread', null, offersExplanation(channel) ? 'offered' : 'none');
    return { reply, message: toShortAnswer(reply, { row, source, notices: [...notices, ...paste.notices] }) };
  };
}

/** The value of the buttons of a message's answer. */
export function sourceOf(channel: string, { ts, thread_ts }: SlackMessage): string {
  return toValue({ kind: 'message', channel, ts, thread: thread_ts ?? null });
}

/** Posts the answer to a message into its thread. A case holds only what was answered: when the post fails, the paste is forgotten, and
 * the error is thrown on. */
export type PostAnswer = (channel: string, explained: Explained) => Promise<Reply>;

export function createPostAnswer(
  postMessage: PostMessage,
  draftAnswer: DraftAnswer,
  cases: CaseAnswers,
  postPlot: PostPlot,
): PostAnswer {
  return async (channel, explained) => {
    const at = caseKeyOf(channel, explained.message);
    const { reply, message } = draftAnswer(channel, explained, []);
    try {
      await postMessage({ channel, thread: at.thread, message, key: `answer ${at.key}` });
    } catch (error) {
      cases.forget(at);
      throw error;
    }
    if (reply.timeline) postPlot(channel, at.thread, reply.timeline);
    return reply;
  };
}
