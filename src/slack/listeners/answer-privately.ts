import { randomUUID } from 'node:crypto';
import type { Reply } from '../../core/reply/reply.ts';
import type { Paste } from '../incoming/read-paste.ts';
import type { Respond } from '../outgoing/respond.ts';
import type { PasteMemory } from '../recall/paste-memory.ts';
import { type PasteSource, toInlineSource, toValue } from '../recall/paste-source.ts';
import { newRow } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import type { Answer } from './explain.ts';

/** Answers a paste to its asker alone, with a button to share it. */
export type AnswerPrivately = (responseUrl: string, paste: Paste) => Promise<Reply>;

export function createAnswerPrivately(
  answer: Answer,
  respond: Respond,
  memory: PasteMemory,
  offersExplanation: boolean,
): AnswerPrivately {
  return async (responseUrl, paste) => {
    const reply = answer(paste.text);
    const kept: PasteSource = toInlineSource(paste.text) ?? { kind: 'memory', key: randomUUID() };
    const source = toValue(kept);
    memory.remember(source, paste.text);
    const row = newRow('asker', null, offersExplanation ? 'offered' : 'none');
    await respond(responseUrl, toShortAnswer(reply, { row, source, notices: paste.notices }), 'asker');
    return reply;
  };
}
