import type { LogRecord } from '../records/log-record.ts';
import { requestOf } from '../signals/record-request.ts';
import type { Moment } from './moment.ts';
import type { Observation } from './observation.ts';
import { toShape } from './route.ts';
import { compareStamps, type Stamp } from './stamp.ts';
import { timeOfRecord } from './time-of-record.ts';

/** A worker that was told to end lives on for its last requests; later that is no excuse any more. */
const LAST_REQUESTS = 60;
/** Both logs write when a request ends. */
const SAME_MOMENT = 1;

/** True for a failure after the change that says nothing about it: its request began before, or a worker of before the reload
 * logged it while it ended. `oldWorkers` logged before. */
export function createLeftoverTest(
  moment: Moment,
  observations: readonly Observation[],
  oldWorkers: ReadonlySet<number>,
  zone: number | null,
): (record: LogRecord) => boolean {
  const isBefore = (stamp: Stamp | null): boolean => {
    const order = stamp && compareStamps(stamp, moment.stamp, zone);
    return order !== null && order <= 0;
  };
  const lengths = lengthsOf(observations);
  return (record) => {
    const stamp = timeOfRecord(record);
    if (!stamp) return false;
    const seconds = record.kind === 'access' ? record.fields.requestTime : lengthOf(record, stamp, lengths, zone);
    if (seconds !== null && isBefore({ ...stamp, wall: stamp.wall - seconds })) return true;
    if (moment.source !== 'noted' || record.kind !== 'error' || record.pid === null) return false;
    const since = compareStamps(stamp, moment.stamp, zone);
    return since !== null && since <= LAST_REQUESTS && oldWorkers.has(record.pid);
  };
}

interface Length {
  readonly stamp: Stamp;
  readonly seconds: number;
}

/** How long requests took, by the shape of their paths. */
function lengthsOf(observations: readonly Observation[]): ReadonlyMap<string, readonly Length[]> {
  const lengths = observations.flatMap(({ record }) => {
    const stamp = record.kind === 'access' ? timeOfRecord(record) : null;
    if (record.kind !== 'access' || !stamp || record.fields.requestTime === null || record.fields.uri === null)
      return [];
    return [{ shape: toShape(record.fields.uri), stamp, seconds: record.fields.requestTime }];
  });
  return Map.groupBy(lengths, ({ shape }) => shape);
}

/** How long the request of an error line took, from an access line of the same moment; null where there is none. */
function lengthOf(
  record: LogRecord,
  stamp: Stamp,
  lengths: ReadonlyMap<string, readonly Length[]>,
  zone: number | null,
): number | null {
  const path = record.kind === 'error' ? requestOf(record)?.path : undefined;
  const candidates = path === undefined ? [] : (lengths.get(toShape(path)) ?? []);
  const same = candidates.find(
    (one) => Math.abs(compareStamps(one.stamp, stamp, zone) ?? Number.POSITIVE_INFINITY) <= SAME_MOMENT,
  );
  return same?.seconds ?? null;
}
