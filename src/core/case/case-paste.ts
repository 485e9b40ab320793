import type { Reply } from '../reply/reply.ts';
import type { CaseFacts } from './case-facts.ts';
import type { CaseStep } from './case-step.ts';

/** A paste that was read, for a case. */
export interface CasePaste {
  /** True where at least one line says something that a later paste could build on. */
  readonly saysSomething: boolean;
  /** What may be remembered of it, after what happened in the case before. Pure, as is the reply. */
  readonly factsAfter: (before: readonly CaseStep[]) => CaseFacts;
  /** True where at least one line is of nginx's error log, known or not. */
  readonly hasNginxLines: boolean;
  /** The reply to it after the same steps. */
  readonly replyAfter: (before: readonly CaseStep[]) => Reply;
}
