import type { LogRecord } from '../records/log-record.ts';
import type { Moment } from './moment.ts';
import { compareStamps, type Stamp } from './stamp.ts';
import { timeOfRecord } from './time-of-record.ts';

/** On which side of a change a line is; `untold` where it has no time, or none that can be compared. */
export type Side = 'before' | 'after' | 'untold';

/** `zone` is the error log's, in seconds east of UTC. A line of the very second of the change is from before it. */
export function sideOf(record: LogRecord, moment: Moment, zone: number | null): Side {
  if (record.earlier && record.earlier.paste <= moment.pastesBefore) return 'before';
  const stamp = timeOfRecord(record);
  if (stamp && moment.knownUntil && isUntil(stamp, moment.knownUntil)) return 'before';
  const order = stamp && compareStamps(stamp, moment.stamp, zone);
  if (order === null) return 'untold';
  return order > 0 ? 'after' : 'before';
}

/** Two times of the error log, which has one clock. */
const isUntil = (stamp: Stamp, until: Stamp): boolean => stamp.offset === null && stamp.wall <= until.wall;
