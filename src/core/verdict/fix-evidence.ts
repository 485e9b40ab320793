import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { Moment } from './moment.ts';
import type { Observation } from './observation.ts';

/** What a verdict is made from. */
export interface FixEvidence {
  readonly finding: Finding;
  readonly moment: Moment;
  /** All lines of the case that nginx wrote, those of this paste and earlier ones. */
  readonly observations: readonly Observation[];
  /** The lines of this paste, among which output of commands may be. */
  readonly records: readonly LogRecord[];
  /** The error log's zone, seconds east of UTC; null where nothing tells. */
  readonly zone: number | null;
  readonly namePlaces: NamePlaces;
}

/** Names lines for their reader: `line 3`, `access.log:3`. */
export type NamePlaces = (records: readonly LogRecord[]) => string;
