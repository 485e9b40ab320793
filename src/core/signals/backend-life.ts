import { once } from '../once.ts';
import type { CompanionRecord, LogRecord } from '../records/log-record.ts';
import { afterStartWord, saysStop } from './life-words.ts';
import { type ListeningPlace, readListeningPlaces } from './listening-place.ts';

const STARTS = /-(?:listening|started|booting|booted|ready|active|up)$/;
const STOPS = /-(?:stopping|stopped|deactivated|got-sigterm)$/;
const DATABASE = /^(?:mysql|postgres|redis)$/;

/** True for programs that the backend itself needs. */
export const isDatabase = (program: string): boolean => DATABASE.test(program);

/** False for nginx's own life, as systemd and supervisord tell it, and for databases. */
export const isBackend = ({ program, pattern }: CompanionRecord): boolean =>
  !isDatabase(program) && !pattern.id.includes('nginx');

/** What the lines of a paste tell of the lives of backends, looked for once. */
export interface BackendLife {
  /** The last word of backends about starting and stopping, where it is a stop; else null. Lines that no companion knows count by
   * their words. */
  readonly lastStop: () => LogRecord | null;
  /** All places where programs say that they listen, databases among them. */
  readonly places: () => readonly ListeningPlace[];
}

/** Looks when it is first asked. */
export function createBackendLife(records: readonly LogRecord[]): BackendLife {
  return {
    lastStop: once(() => findLastStop(records)),
    places: once(() => readListeningPlaces(records)),
  };
}

function findLastStop(records: readonly LogRecord[]): LogRecord | null {
  const last = records.findLast((record) => tellsStart(record) || tellsStop(record));
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
