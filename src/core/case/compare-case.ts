import type { Diagnosis } from '../diagnose/diagnose.ts';
import { type CaseChange, CHANGE_KINDS, type ChangeKind } from './case-change.ts';
import { compareFinding, type FindingChange } from './compare-finding.ts';
import { keyOfFinding } from './key-of-finding.ts';
import { sayChange } from './say-change.ts';

const MOST_OTHERS = 3;
/** What is told also where something else is told first. */
const TELLING = CHANGE_KINDS.indexOf('new-error');
const NOTHING = "There is no line of nginx's in this thread yet, so there is nothing to explain.";

/** What a paste changed: all errors of the case as they are diagnosed now, beside how they were without it. `isReadable` is false
 * where no line of the paste says anything. */
export function compareCase(now: readonly Diagnosis[], before: readonly Diagnosis[], isReadable: boolean): CaseChange {
  const former = new Map(before.map((diagnosis) => [keyOfFinding(diagnosis.finding), diagnosis]));
  const changes = now.map((diagnosis) => {
    const change = compareFinding(diagnosis, former.get(keyOfFinding(diagnosis.finding)) ?? null);
    return { ...change, kind: inContext(change, now, before, isReadable) };
  });
  const [most, ...others] = changes.toSorted((a, b) => rank(b) - rank(a));
  if (!most) return { kind: 'same', says: NOTHING, also: [], about: null };
  const also = others.filter((change) => rank(change) >= TELLING).map(sayChange);
  return { kind: most.kind, says: sayChange(most), also: also.slice(0, MOST_OTHERS), about: changes.indexOf(most) };
}

/** A new error means something else where there was none, and where it explains a known one; no change, where nothing was read. */
function inContext(
  change: FindingChange,
  now: readonly Diagnosis[],
  before: readonly Diagnosis[],
  isReadable: boolean,
): ChangeKind {
  if (change.kind === 'same' && !isReadable) return 'unreadable';
  if (change.kind !== 'new-error' && change.kind !== 'noticed') return change.kind;
  if (before.length === 0) return 'found';
  if (change.kind === 'noticed') return change.kind;
  const id = change.now.finding.entry?.id;
  return id !== undefined && now.some(({ consequenceOf }) => consequenceOf === id) ? 'explained' : 'new-error';
}

const rank = ({ kind }: FindingChange): number => CHANGE_KINDS.indexOf(kind);
