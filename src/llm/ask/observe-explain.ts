import type { Fault } from '../ground/fault.ts';
import type { Failure, Usage } from './outcome.ts';

/** What is counted about explanations. Nothing that is told here holds a text. */
export interface ObserveExplain {
  readonly onOutcome: (outcome: 'explained' | 'cached' | Failure | `dropped: ${Fault}`) => void;
  /** A sentence that was left out of an explanation. */
  readonly onCut: (fault: Fault) => void;
  readonly onUsage: (usage: Usage) => void;
  /** Seconds from the request to the first word. */
  readonly onFirstWord: (seconds: number) => void;
}
