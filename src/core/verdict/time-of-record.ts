import type { LogRecord } from '../records/log-record.ts';
import { parseStamp, type Stamp } from './stamp.ts';

/** When a line of nginx's was written; null for other lines, and where it has no time. */
export function timeOfRecord(record: LogRecord): Stamp | null {
  if (record.kind === 'error') return record.time === null ? null : parseStamp(record.time);
  if (record.kind === 'access') return record.fields.time === null ? null : parseStamp(record.fields.time);
  return null;
}
