import type { CaseStep } from './case-step.ts';

/** Where a case is told: one thread of one conversation. What is known in one place is never known in another. */
export interface CasePlace {
  /** The workspace's id. */
  readonly team: string;
  readonly channel: string;
  /** The `ts` of the message that began the thread. */
  readonly thread: string;
}

/** A step that was made anew. */
export interface Revised {
  readonly before: readonly CaseStep[];
  /** False where it is the same step as it was. */
  readonly isChanged: boolean;
}

/** Keeps the steps of all cases. `key` tells the steps of one case apart and stays the same when a step comes again. */
export interface CaseBook {
  /** Adds a step at the end, made from the steps before it, unless the case has one of that key; returns the steps before it. Two
   * that come at the same time have an order: one of them sees the other. */
  readonly add: (
    place: CasePlace,
    key: string,
    toStep: (before: readonly CaseStep[]) => CaseStep,
  ) => readonly CaseStep[];
  /** Makes the step of that key anew from the steps before it, where it stands; null where there is none of that key. */
  readonly revise: (place: CasePlace, key: string, toStep: (before: readonly CaseStep[]) => CaseStep) => Revised | null;
  /** The steps before the one of that key; null where there is none of that key. */
  readonly before: (place: CasePlace, key: string) => readonly CaseStep[] | null;
  readonly all: (place: CasePlace) => readonly CaseStep[];
  readonly forget: (place: CasePlace, key: string) => void;
}
