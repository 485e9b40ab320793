import type { Stamp } from './stamp.ts';

/** What somebody said of their fix, before its logs are read. */
export interface SinceFix {
  /** When it was applied; null for the last time that nginx logged a start or a reload. Without an offset, on the log's clock. */
  readonly at: Stamp | null;
  /** The zone of the machine that reads, in seconds east of UTC: that of the error log where no line tells another. */
  readonly machineZone: number;
}
