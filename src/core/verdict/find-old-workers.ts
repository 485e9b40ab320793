import type { Moment } from './moment.ts';
import type { Observation } from './observation.ts';
import { sideOf } from './side-of.ts';

/** Processes of nginx that logged an error before the change. After a reload they only end what they had begun. */
export function findOldWorkers(
  observations: readonly Observation[],
  moment: Moment,
  zone: number | null,
): ReadonlySet<number> {
  return new Set(
    observations.flatMap(({ record }) => {
      if (record.kind !== 'error' || record.pid === null || record.level === 'notice') return [];
      return sideOf(record, moment, zone) === 'before' ? [record.pid] : [];
    }),
  );
}
