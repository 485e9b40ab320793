import type { Reply } from '../../core/reply/reply.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { ReplaceMessage } from '../outgoing/replace-message.ts';
import type { FindAnswer, FoundAnswer } from '../recall/find-answer.ts';
import type { PasteMemory } from '../recall/paste-memory.ts';
import { newRow } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { CaseAnswers } from './case-answers.ts';
import { caseKeyOf, type DraftAnswer, type Explained, type ReadCasePaste, sourceOf } from './explain.ts';
import type { PostPlot } from './post-plot.ts';
import { toSentence } from './say-so.ts';

/** Answers a message that its author edited, in the place of the answer that it has. Null where nothing is to be said: the edit says
 * what the message said before. `answerAnew` answers a message that has no answer yet. */
export type AnswerEdit = (
  channel: string,
  edited: Explained,
  answerAnew: () => Promise<Reply | null>,
) => Promise<Reply | null>;

const EDITED = 'Answered anew, because the message was edited.';
const OLDER_BELOW = 'What was written below before that is about the lines as they were.';
const MOVED = 'The message was edited since; the answer to it as it is now stands below.';

export function createAnswerEdit(
  readCasePaste: ReadCasePaste,
  memory: PasteMemory,
  cases: CaseAnswers,
  draftAnswer: DraftAnswer,
  findAnswer: FindAnswer,
  replaceMessage: ReplaceMessage,
  postMessage: PostMessage,
  postPlot: PostPlot,
): AnswerEdit {
  return async (channel, edited, answerAnew) => {
    const at = caseKeyOf(channel, edited.message);
    const revised = cases.revise(at, edited.read);
    const former = await formerReply(channel, edited, revised?.before ?? []);
    if (revised && !revised.isChanged && (!former || isSame(former, edited.read.replyAfter(revised.before))))
      return null;
    const found = await findAnswer(channel, edited.message);
    if (!found) return answerAnew();
    if (!revised && !edited.read.saysSomething) return null;
    const { reply, message } = draftAnswer(channel, edited, [EDITED, ...(found.isLast ? [] : [OLDER_BELOW])]);
    await putInPlace(found, message);
    const wasDrawn = JSON.stringify(former?.timeline) === JSON.stringify(reply.timeline);
    if (reply.timeline && !wasDrawn) postPlot(channel, at.thread, reply.timeline);
    return reply;

    async function putInPlace({ ts }: FoundAnswer, answer: typeof message): Promise<void> {
      if (await replaceMessage(channel, ts, answer)) return;
      const key = `answer ${at.key} ${edited.message.edited?.ts}`;
      await postMessage({ channel, thread: at.thread, message: answer, key });
      await replaceMessage(channel, ts, toSentence(MOVED));
    }
  };

  /** Null after a restart, when nobody knows what the message said. */
  async function formerReply(
    channel: string,
    { message }: Explained,
    before: Parameters<Explained['read']['replyAfter']>[0],
  ): Promise<Reply | null> {
    const text = memory.recall(sourceOf(channel, message));
    return text === null ? null : (await readCasePaste(text)).replyAfter(before);
  }
}

/** Readers would see no difference. */
function isSame(former: Reply, reply: Reply): boolean {
  const [one, other] = [former, reply].map((each) =>
    JSON.stringify(toShortAnswer(each, { row: newRow('thread'), source: '', notices: [] })),
  );
  return one === other;
}
