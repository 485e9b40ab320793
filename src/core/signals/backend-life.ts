import type { CompanionRecord } from '../records/log-record.ts';
import type { EvidenceView } from './evidence-view.ts';

const STARTS = /-(?:listening|started|booting|booted|ready|active|up)$/;
const STOPS = /-(?:stopping|stopped|deactivated)$/;
const DATABASE = /^(?:mysql|postgres|redis)$/;

/** True for programs that the backend itself needs. */
export const isDatabase = (program: string): boolean => DATABASE.test(program);

/** False for nginx's own life, as systemd and supervisord tell it, and for databases. */
export const isBackend = ({ program, pattern }: CompanionRecord): boolean =>
  !isDatabase(program) && !pattern.id.includes('nginx');

/** The last word of backends about starting and stopping, where it is a stop; else null. */
export function findLastStop(view: EvidenceView): CompanionRecord | null {
  const last = view.companions.findLast(
    (record) => isBackend(record) && (STARTS.test(record.pattern.id) || STOPS.test(record.pattern.id)),
  );
  return last && STOPS.test(last.pattern.id) ? last : null;
}

/** True when that last word is a stop. */
export const hasStopped = (view: EvidenceView): boolean => findLastStop(view) !== null;
