import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import { failingStatuses } from './failing-statuses.ts';
import { isErrorOfRoute, isOfRoute, type Route } from './route.ts';

/** How a request of the failing route ended, or what nginx logged about one. `again`: the same error. `other`: another error.
 * `failed`, `passed`: an access line says so. `unclear`: refused for a reason that need not be this error, or given up by the client. */
export type Ending = 'again' | 'other' | 'failed' | 'passed' | 'unclear';

const SEVERE: ReadonlySet<string | null> = new Set(['emerg', 'alert', 'crit', 'error', null]);

/** Judges the lines of one finding's route; null for a line that is about something else. */
export function createEndingOf(finding: Finding, route: Route): (record: LogRecord) => Ending | null {
  const own = new Set<LogRecord>([...finding.records, ...finding.moreRecords]);
  const failing = failingStatuses(finding.entry);
  return (record) => {
    if (own.has(record)) return 'again';
    if (record.kind === 'error') return SEVERE.has(record.level) && isErrorOfRoute(record, route) ? 'other' : null;
    if (record.kind !== 'access' || !isOfRoute(record, route)) return null;
    const { status } = record.fields;
    if (status === null) return 'unclear';
    if (status >= 500 || failing.has(status)) return 'failed';
    return status < 400 ? 'passed' : 'unclear';
  };
}
