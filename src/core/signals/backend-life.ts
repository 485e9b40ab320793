import type { CompanionRecord, LogRecord } from '../records/log-record.ts';
import type { EvidenceView } from './evidence-view.ts';
import { afterStartWord, saysStop } from './life-words.ts';

const STARTS = /-(?:listening|started|booting|booted|ready|active|up)$/;
const STOPS = /-(?:stopping|stopped|deactivated|got-sigterm)$/;
const DATABASE = /^(?:mysql|postgres|redis)$/;

/** True for programs that the backend itself needs. */
export const isDatabase = (program: string): boolean => DATABASE.test(program);

/** False for nginx's own life, as systemd and supervisord tell it, and for databases. */
export const isBackend = ({ program, pattern }: CompanionRecord): boolean =>
  !isDatabase(program) && !pattern.id.includes('nginx');

/** The last word of backends about starting and stopping, where it is a stop; else null. Lines that no companion knows count by their
 * words. */
export function findLastStop(view: EvidenceView): LogRecord | null {
  const last = view.records.findLast((record) => tellsStart(record) || tellsStop(record));
  return last && tellsStop(last) ? last : null;
}

function tellsStart(record: LogRecord): boolean {
  if (record.kind === 'companion') return isBackend(record) && STARTS.test(record.pattern.id);
  return record.kind === 'unknown' && afterStartWord(record.text) !== null;
}

function tellsStop(record: LogRecord): boolean {
  if (record.kind === 'companion') return isBackend(record) && STOPS.test(record.pattern.id);
  return record.kind === 'unknown' && saysStop(record.text);
}

/** True when that last word is a stop. */
export const hasStopped = (view: EvidenceView): boolean => findLastStop(view) !== null;
