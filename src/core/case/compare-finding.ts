import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { RankedCause } from '../diagnose/rank-causes.ts';
import type { WeighedEvidence } from '../diagnose/weigh-evidence.ts';
import { severityOf } from '../identify/finding.ts';
import type { ChangeKind } from './case-change.ts';

/** What became of one error of a case by the last paste. */
export interface FindingChange {
  readonly kind: ChangeKind;
  readonly now: Diagnosis;
  /** The cause that it is about; null where no cause moved. */
  readonly cause: RankedCause | null;
  /** The cause that was first before; null where there was none. */
  readonly former: RankedCause | null;
  readonly reason: Reason | null;
}

/** The new evidence that speaks loudest, and the cause that it speaks for or against: `cause`, or one that lost to it. */
export interface Reason {
  readonly evidence: WeighedEvidence;
  readonly of: RankedCause;
}

/** A share that moves by less is no news. */
const LEAST_MOVE = 0.05;

/** Compares an error as it is diagnosed now with how it was before the paste; null `before` for one that is new. */
export function compareFinding(now: Diagnosis, before: Diagnosis | null): FindingChange {
  if (!before) return newError(now);
  const [first] = now.causes;
  const [former] = before.causes;
  if (!first || !former) return withoutCause(now, before);
  const change = (kind: ChangeKind, cause: RankedCause, sign: 1 | -1): FindingChange => ({
    kind,
    now,
    cause,
    former,
    reason: newReason(cause, now, before, sign),
  });
  if (first.cause.id !== former.cause.id && isDecided(former) && isDecided(first))
    return change('overturned', first, 1);
  if (first.confidence === 'confirmed' && former.confidence !== 'confirmed') return change('decided', first, 1);
  if (isDecided(former) && SURENESS[first.confidence] < SURENESS[former.confidence]) {
    const fallen = now.causes.find(({ cause }) => cause.id === former.cause.id) ?? first;
    return change('unsettled', fallen, -1);
  }
  if (first.confidence === 'likely' && !isDecided(former)) return change('likely', first, 1);
  return moved(now, before) ?? withoutCause(now, before);
}

const SURENESS = { confirmed: 3, likely: 2, possible: 1, unlikely: 0 } as const;
const isDecided = ({ confidence }: RankedCause): boolean => SURENESS[confidence] >= SURENESS.likely;

function newError(now: Diagnosis): FindingChange {
  const isHarmless = severityOf(now.finding) === 'harmless';
  const kind = isHarmless ? 'noticed' : now.consequenceOf === null ? 'new-error' : 'consequence';
  const [first = null] = now.causes;
  const decided = first && isDecided(first) ? first : null;
  const best = decided?.evidence.find(({ weight }) => weight > 0);
  return { kind, now, cause: decided, former: null, reason: best && decided ? { evidence: best, of: decided } : null };
}

function withoutCause(now: Diagnosis, before: Diagnosis): FindingChange {
  const kind = now.finding.tally.count > before.finding.tally.count ? 'repeated' : 'same';
  return { kind, now, cause: now.causes[0] ?? null, former: before.causes[0] ?? null, reason: null };
}

/** The cause whose share moved most by evidence that is new; null when none moved much. */
function moved(now: Diagnosis, before: Diagnosis): FindingChange | null {
  const moves = now.causes.map((cause) => {
    const share = before.causes.find((former) => former.cause.id === cause.cause.id)?.probability ?? 0;
    const move = cause.probability - share;
    const evidence = newEvidence(cause, before, move > 0 ? 1 : -1);
    return { cause, move, reason: evidence && { evidence, of: cause } };
  });
  const [most] = moves
    .filter(({ move, reason }) => reason !== null && Math.abs(move) >= LEAST_MOVE)
    .toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move));
  if (!most) return null;
  const kind = most.move > 0 ? 'likelier' : 'less-likely';
  return { kind, now, cause: most.cause, former: before.causes[0] ?? null, reason: most.reason };
}

/** Why a cause rose or fell: by what speaks for or against it, or by what speaks the other way about another. */
function newReason(cause: RankedCause, now: Diagnosis, before: Diagnosis, sign: 1 | -1): Reason | null {
  const own = newEvidence(cause, before, sign);
  if (own) return { evidence: own, of: cause };
  const others = now.causes.flatMap((other): Reason[] => {
    const evidence = other === cause ? null : newEvidence(other, before, sign === 1 ? -1 : 1);
    return evidence ? [{ evidence, of: other }] : [];
  });
  return others.toSorted((a, b) => Math.abs(b.evidence.weight) - Math.abs(a.evidence.weight))[0] ?? null;
}

/** The strongest evidence of that sign that the case did not show before, or not as strongly. */
function newEvidence(cause: RankedCause, before: Diagnosis, sign: 1 | -1): WeighedEvidence | null {
  const former = before.causes.find((one) => one.cause.id === cause.cause.id)?.evidence ?? [];
  const known = new Map(former.map(({ evidence, weight }) => [evidence.signal, weight]));
  return (
    cause.evidence.find(
      ({ evidence, weight }) => weight * sign > 0 && Math.abs(weight) > Math.abs(known.get(evidence.signal) ?? 0),
    ) ?? null
  );
}
