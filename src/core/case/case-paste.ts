import type { Reply } from '../reply/reply.ts';
import type { CaseFacts } from './case-facts.ts';
import type { CaseStep } from './case-step.ts';

/** A paste that was read, for a case. */
export interface CasePaste {
  /** What may be remembered of it. */
  readonly facts: CaseFacts;
  /** True where at least one line is of nginx's error log, known or not. */
  readonly hasNginxLines: boolean;
  /** The reply to it after what happened in the case before. Pure: the same steps give the same reply. */
  readonly replyAfter: (before: readonly CaseStep[]) => Reply;
}
