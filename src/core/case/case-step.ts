import type { CaseFacts } from './case-facts.ts';
import { mergeCase } from './merge-case.ts';

/** What happened in a case, in order. */
export type CaseStep = PasteStep | AppliedStep;

/** Somebody pasted lines. */
export interface PasteStep {
  readonly kind: 'paste';
  readonly facts: CaseFacts;
  /** True where it was answered in the case, false where it was only read along: the alert that began a thread. */
  readonly isTold: boolean;
}

/** Somebody said that a fix was applied. */
export interface AppliedStep {
  readonly kind: 'applied';
  /** Seconds since 1970, UTC. */
  readonly at: number;
}

/** What all pastes of a case say together; null where nobody pasted anything that says something. */
export function factsOfCase(steps: readonly CaseStep[]): CaseFacts | null {
  const pastes = steps.flatMap((step) => (step.kind === 'paste' && step.facts.pastes > 0 ? [step.facts] : []));
  const [first, ...others] = pastes;
  return first ? others.reduce(mergeCase, first) : null;
}

/** When somebody last said that a fix was applied. */
export interface Applied {
  /** Seconds since 1970, UTC. */
  readonly at: number;
  /** How many pastes had been made by then. */
  readonly pastesBefore: number;
  /** The last time of an error in them, as nginx wrote it; null where none has a time. */
  readonly lastAt: string | null;
}

/** Null where nobody said so. */
export function lastApplied(steps: readonly CaseStep[]): Applied | null {
  const index = steps.findLastIndex(({ kind }) => kind === 'applied');
  const step = steps[index];
  if (step?.kind !== 'applied') return null;
  const before = factsOfCase(steps.slice(0, index));
  const times = (before?.findings ?? []).flatMap(({ tally }) => tally.lastAt ?? []);
  return { at: step.at, pastesBefore: before?.pastes ?? 0, lastAt: times.toSorted().at(-1) ?? null };
}

/** True where somebody has read an answer in this case. */
export function wasAnswered(steps: readonly CaseStep[]): boolean {
  return steps.some((step) => step.kind === 'paste' && step.isTold);
}
