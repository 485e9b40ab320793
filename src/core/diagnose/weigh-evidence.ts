import type { Cause, Evidence } from '../entry.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { EvidenceView } from '../signals/evidence-view.ts';
import { showSignal } from '../signals/show-signal.ts';
import { ownTime } from '../signals/borrowed-times.ts';
import { areNear, toSeconds } from '../signals/time.ts';

/** A piece of evidence that the paste shows. */
export interface WeighedEvidence {
  readonly evidence: Evidence;
  /** The records that show it, those near the error first. */
  readonly shown: readonly LogRecord[];
  /** Log-odds that it adds: the entry's, halved when the lines are known to be from another time. */
  readonly weight: number;
  /** True when a shown line alone proves the cause. */
  readonly proves: boolean;
}

const FAR_SHARE = 0.4;

/** The evidence of one cause that the paste shows, strongest first. */
export function weighEvidence(cause: Cause, view: EvidenceView): readonly WeighedEvidence[] {
  return cause.evidence
    .flatMap((evidence) => weigh(evidence, view))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function weigh(evidence: Evidence, view: EvidenceView): WeighedEvidence[] {
  const shown = showSignal(evidence.signal, view);
  if (!shown) return [];
  const near = shown.filter((record) => isNear(record, view));
  if (near.length > 0) return [{ evidence, shown: near, weight: evidence.weight, proves: evidence.proves === true }];
  return [{ evidence, shown, weight: evidence.weight * FAR_SHARE, proves: false }];
}

/** A record that nothing gives a time, or in a paste without times, counts as near. */
function isNear(record: LogRecord, view: EvidenceView): boolean {
  if (record.kind !== 'companion') return true;
  const times = view.finding.records.flatMap(({ time }) => (time === null ? [] : [time]));
  const year = Number(times[0]?.slice(0, 4) ?? 1970);
  const own = ownTime(record, year) ?? view.borrowTime(record, year);
  if (own === null || times.length === 0) return true;
  return times.some((time) => areNear(own, toSeconds(time) ?? own));
}
