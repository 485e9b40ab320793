import type { Reply } from '../../core/reply/reply.ts';
import type { Respond } from '../outgoing/respond.ts';
import type { RecallPaste } from '../recall/recall-paste.ts';
import type { Click } from './click.ts';
import type { Answer } from './explain.ts';
import { GONE, toSentence } from './say-so.ts';

/** The reply behind a button: the paste is found again and answered anew, which gives the same reply. Null when the paste
 * is gone; then the person was told. */
export type RecallReply = (click: Click) => Promise<Reply | null>;

export function createRecallReply(answer: Answer, recallPaste: RecallPaste, respond: Respond): RecallReply {
  return async ({ value, responseUrl }) => {
    const paste = await recallPaste(value);
    if (paste !== null) return answer(paste);
    await respond(responseUrl, toSentence(GONE), 'asker');
    return null;
  };
}
