import type { Reply } from '../../core/reply/reply.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import { paragraph, prose, richText, user, words } from './rich-text.ts';
import { verificationOf } from './verification-of.ts';

const NEXT =
  'Paste what it prints in this thread, with a mention of me; or the access and error lines since then. I say whether it worked.';

/** What “I applied it” is answered with: the moment from which on lines count, and what shows whether the fix worked. `at` is in
 * seconds since 1970. */
export function toAppliedAnswer(reply: Reply, at: number, by: string): OutgoingMessage {
  const clock = new Date(at * 1000).toISOString().slice(11, 19);
  const lead = reply.answers[reply.change?.about ?? 0];
  return {
    text: `The fix was applied at ${clock} UTC. ${NEXT}`,
    blocks: richText(
      paragraph(words('Applied at '), words(`${clock} UTC`, { bold: true }), words(', says '), user(by), words('.')),
      lead ? verificationOf(lead, 'See whether it worked:') : [],
      paragraph(prose(NEXT)),
    ),
  };
}
