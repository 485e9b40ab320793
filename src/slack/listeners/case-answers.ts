import type { CaseBook, CasePlace, Revised } from '../../core/case/case-book.ts';
import type { CasePaste } from '../../core/case/case-paste.ts';
import { type CaseStep, wasAnswered } from '../../core/case/case-step.ts';
import type { Reply } from '../../core/reply/reply.ts';

/** A step of a case in Slack: the thread, and what tells the step apart there, a message's `ts` for a paste. */
export interface CaseKey {
  readonly channel: string;
  readonly thread: string;
  readonly key: string;
}

/** Answers pastes as steps of the case that is told in their thread. */
export interface CaseAnswers {
  /** The reply to a paste, which is remembered. The same paste again gets the same reply. */
  readonly answer: (at: CaseKey, paste: CasePaste) => Reply;
  /** What is known of a paste that was edited is replaced; null where it is in no case. The case goes on as if it had been pasted so. */
  readonly revise: (at: CaseKey, paste: CasePaste) => Revised | null;
  /** The reply that a paste got; as if it were the first of its case, where the case is forgotten. */
  readonly again: (at: CaseKey, paste: CasePaste) => Reply;
  /** Remembers a paste that is not answered itself: the alert that began a thread. */
  readonly readAlong: (at: CaseKey, paste: CasePaste) => void;
  /** Remembers that somebody said at that time, in seconds since 1970, that a fix was applied. */
  readonly apply: (at: CaseKey, seconds: number) => void;
  /** A paste that nobody got to see an answer to, or that is gone. */
  readonly forget: (at: CaseKey) => void;
  /** True where that step is in its case already. */
  readonly has: (at: CaseKey) => boolean;
  /** True where somebody has got an answer in that thread. */
  readonly isOpen: (at: Omit<CaseKey, 'key'>) => boolean;
}

/** `team` is the workspace that the bot is in. */
export function createCaseAnswers(book: CaseBook, team: string): CaseAnswers {
  const placeOf = ({ channel, thread }: Omit<CaseKey, 'key'>): CasePlace => ({ team, channel, thread });
  return {
    answer: (at, paste) => {
      const isNews = paste.saysSomething || wasAnswered(book.all(placeOf(at)));
      if (!isNews) return paste.replyAfter([]);
      return paste.replyAfter(book.add(placeOf(at), at.key, toStep(paste, true)));
    },
    revise: (at, paste) => book.revise(placeOf(at), at.key, toStep(paste, true)),
    again: (at, paste) => paste.replyAfter(book.before(placeOf(at), at.key) ?? []),
    readAlong: (at, paste) => {
      book.add(placeOf(at), at.key, toStep(paste, false));
    },
    apply: (at, seconds) => void book.add(placeOf(at), at.key, () => ({ kind: 'applied', at: seconds })),
    forget: (at) => book.forget(placeOf(at), at.key),
    has: (at) => book.before(placeOf(at), at.key) !== null,
    isOpen: (at) => wasAnswered(book.all(placeOf(at))),
  };
}

function toStep(paste: CasePaste, isTold: boolean): (before: readonly CaseStep[]) => CaseStep {
  return (before) => ({ kind: 'paste', facts: paste.factsAfter(before), isTold });
}
