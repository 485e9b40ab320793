import { createHash } from 'node:crypto';
import type { Reply } from '../../core/reply/reply.ts';
import type { Respond } from '../outgoing/respond.ts';
import { parseValue } from '../recall/paste-source.ts';
import type { RecallPaste } from '../recall/recall-paste.ts';
import type { CaseAnswers, CaseKey } from './case-answers.ts';
import type { Click } from './click.ts';
import type { ReadCasePaste } from './explain.ts';
import { FORGOTTEN, GONE, toSentence } from './say-so.ts';

/** The reply behind a button: the paste is found again and answered anew after the same steps of its case, which gives the same
 * reply. Null when the paste or its case is gone; then the person was told, and a paste that is gone is forgotten. */
export type RecallReply = (click: Click) => Promise<Reply | null>;

export function createRecallReply(
  readCasePaste: ReadCasePaste,
  recallPaste: RecallPaste,
  cases: CaseAnswers,
  respond: Respond,
): RecallReply {
  return async (click) => {
    const at = caseKeyOfClick(click);
    const text = await recallPaste(click.value);
    if (text === null) {
      if (at) cases.forget(at);
      await respond(click.responseUrl, toSentence(GONE), 'asker', click.thread);
      return null;
    }
    const paste = await readCasePaste(text);
    const reply = at ? cases.again(at, paste) : paste.replyAfter([]);
    if (reply.answers.length > 0) return reply;
    await respond(click.responseUrl, toSentence(FORGOTTEN), 'asker', click.thread);
    return null;
  };
}

/** Where the paste behind a button stands in the cases; null where only the asker sees the answer, and there is no case. A shared
 * answer begins a thread of its own. */
export function caseKeyOfClick({ value, channel, thread }: Click): CaseKey | null {
  const source = parseValue(value);
  if (source?.kind === 'message')
    return { channel: source.channel, thread: source.thread ?? source.ts, key: source.ts };
  if (thread === null) return null;
  return { channel, thread, key: createHash('sha256').update(value).digest('hex').slice(0, 32) };
}
