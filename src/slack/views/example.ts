import type { Reply } from '../../core/reply/reply.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import { paragraph, preformatted, richText, words } from './rich-text.ts';
import { newRow } from './row-state.ts';
import { toShortAnswer } from './short-answer.ts';

/** A paste that shows what an answer looks like. */
export const EXAMPLE_PASTE = [
  '2026/11/22 10:15:42 [error] 1203#1203: *481 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.17, server: portal.example, request: "GET /reports/yearly HTTP/1.1", upstream: "http://127.0.0.1:8000/reports/yearly", host: "portal.example"',
  '[2026-11-22 10:15:42 +0000] [29101] [CRITICAL] WORKER TIMEOUT (pid:29116)',
].join('\n');

/** The example and its answer, for the person who asked for it. */
export function toExample(reply: Reply): OutgoingMessage {
  const short = toShortAnswer(reply, { row: newRow('asker'), source: null, notices: [] });
  const lead = 'For example, somebody pastes these lines:';
  return {
    text: `${lead} ${EXAMPLE_PASTE} The answer: ${short.text}`,
    blocks: [...richText(paragraph(words(lead)), preformatted(EXAMPLE_PASTE)), ...short.blocks],
  };
}
