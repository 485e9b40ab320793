import type { ErrorRecord, LogRecord } from '../records/log-record.ts';
import { changeNotice } from './change-notice.ts';
import { compareStamps, parseStamp, type Stamp } from './stamp.ts';

/** When the fix took effect, and how that is known. `stated`: somebody said so. `noted`: nginx logged that it started or read its
 * configuration. `last-paste`: nobody knows, so what came well after the earlier pastes counts. */
export interface Moment {
  readonly stamp: Stamp;
  readonly source: 'stated' | 'noted' | 'last-paste';
  /** The notice; null for the other sources. */
  readonly record: ErrorRecord | null;
  /** How many pastes of the case came before it was stated: whatever their clocks say, their lines are from before. */
  readonly pastesBefore: number;
  /** The last time of an error in those pastes, on the error log's clock. */
  readonly knownUntil: Stamp | null;
}

const REOPENING_WITHIN = 2;

/** The last time that nginx logged a start or a reload; null where it logged none. */
export function lastNotice(records: readonly LogRecord[]): Moment | null {
  const notices = records.flatMap((record) => {
    const says = record.kind === 'error' ? changeNotice(record) : null;
    const stamp = record.kind === 'error' && record.time !== null ? parseStamp(record.time) : null;
    return says && stamp && record.kind === 'error' ? [{ says, stamp, record }] : [];
  });
  const reopenings = notices.filter(({ says }) => says === 'reopening').map(({ stamp }) => stamp.wall);
  const isRotation = ({ wall }: Stamp): boolean => reopenings.some((at) => Math.abs(at - wall) <= REOPENING_WITHIN);
  const of = (wanted: string) => notices.filter(({ says, stamp }) => says === wanted && !isRotation(stamp));
  const [kind = []] = [of('started'), of('reading'), of('asked')].filter((found) => found.length > 0);
  const last = kind.toSorted((a, b) => a.stamp.wall - b.stamp.wall).at(-1);
  return last ? { stamp: last.stamp, source: 'noted', record: last.record, pastesBefore: 0, knownUntil: null } : null;
}

/** The later of two moments; where they can't be compared, the one that nginx itself noted. */
export function laterMoment(a: Moment | null, b: Moment | null, zone: number | null): Moment | null {
  if (!a || !b) return a ?? b;
  const order = compareStamps(a.stamp, b.stamp, zone);
  if (order === null) return a.source === 'noted' ? a : b;
  return order >= 0 ? a : b;
}
