import type { Reply } from '../../core/reply/reply.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import { checkParts, decidedCause } from './cause-parts.ts';
import { headline } from './plain-blocks.ts';
import { bold, bullets, paragraph, prose, richText } from './rich-text.ts';
import { verificationParts } from './step-parts.ts';

/** Every command that shows whether the fix worked, the checks that decide between the causes, and how it stays away. */
export function toVerifyAnswer(reply: Reply): OutgoingMessage {
  const lead = reply.answers[reply.change?.about ?? 0];
  if (!lead) return { text: reply.summary, blocks: richText(paragraph(prose(reply.summary))) };
  const own = decidedCause(lead)?.verification ?? [];
  const verification = own.length > 0 ? own : lead.verification;
  const commands = verification.map(({ do: what, run, expect }) => `${what} ${run} → ${expect}`);
  return {
    text: [`How to verify the fix for: ${reply.headline}.`, ...commands].join(' '),
    blocks: [
      ...headline(`Verify: ${lead.title}`),
      ...verification.flatMap((one) => richText(verificationParts(one, 'Run:'))),
      ...lead.checks.flatMap((check) => richText(checkParts(check, 'Which cause it is:', lead))),
      ...(lead.prevention.length === 0
        ? []
        : richText(paragraph(bold('So that it stays away')), bullets(lead.prevention.map(prose)))),
    ],
  };
}
