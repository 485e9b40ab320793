import type { FindingAnswer } from '../../core/reply/reply.ts';
import { decidedCause } from './cause-parts.ts';
import type { Part } from './rich-text.ts';
import { verificationParts } from './step-parts.ts';

/** The first way to see that a fix worked: of the cause where it is decided, else of the entry. Nothing where there is none. */
export function verificationOf(answer: FindingAnswer, lead: string): readonly Part[] {
  const own = decidedCause(answer)?.verification ?? [];
  const [first] = own.length > 0 ? own : answer.verification;
  return first ? verificationParts(first, lead) : [];
}
