import type { Cause, Evidence } from '../entry.ts';
import type { LogRecord } from '../records/log-record.ts';
import { ownTime } from '../signals/borrowed-times.ts';
import type { EvidenceView } from '../signals/evidence-view.ts';
import { showSignal } from '../signals/show-signal.ts';
import { areNear, areTogether, toOffset, toSeconds } from '../signals/time.ts';

/** A piece of evidence that the paste shows. */
export interface WeighedEvidence {
  readonly evidence: Evidence;
  /** The records that show it, those near the error first. */
  readonly shown: readonly LogRecord[];
  /** Log-odds that it adds: the entry's, or less when the lines are known to be from another time. */
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
  const timed = shown.map((record) => ({ record, when: whenOf(record, view) }));
  const together = timed.filter(({ when }) => when === 'together').map(({ record }) => record);
  const near = timed.filter(({ when }) => when !== 'far').map(({ record }) => record);
  if (near.length === 0) return [{ evidence, shown, weight: evidence.weight * FAR_SHARE, proves: false }];
  const proves = evidence.proves === true && together.length > 0;
  return [{ evidence, shown: proves ? together : near, weight: evidence.weight, proves }];
}

/** `perhaps`: whole half hours apart, which another time zone would explain, and no line names that zone. */
type When = 'together' | 'perhaps' | 'far';

/** A record that nothing gives a time, or in a paste without times, counts as together with the finding. */
function whenOf(record: LogRecord, view: EvidenceView): When {
  if (record.kind !== 'companion') return 'together';
  const times = view.finding.records.flatMap(({ time }) => (time === null ? [] : [time]));
  const year = Number(times[0]?.slice(0, 4) ?? 1970);
  const own = ownTime(record, year) ?? view.borrowTime(record, year);
  if (own === null || times.length === 0) return 'together';
  const seconds = times.map((time) => toSeconds(time) ?? Number.NaN);
  const apart = (toOffset(`${record.prefix}${record.text.slice(0, 200)}`) ?? 0) - offsetOfNginx(view);
  if (seconds.some((time) => areTogether(own, time) || areTogether(own - apart, time))) return 'together';
  return seconds.some((time) => areNear(own, time)) ? 'perhaps' : 'far';
}

/** nginx's error log has no offset; its access log, written by the same clock, has one. */
const offsetOfNginx = ({ access: [first] }: EvidenceView): number => toOffset(first?.fields.time ?? '') ?? 0;
