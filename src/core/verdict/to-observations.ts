import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { Observation } from './observation.ts';

/** Every line that nginx wrote once: those of findings as they were identified, then the others. `countOf` tells for how many
 * lines one stands. */
export function toObservations(
  findings: readonly Finding[],
  records: readonly LogRecord[],
  countOf: (record: LogRecord) => number = () => 1,
): readonly Observation[] {
  const own = findings.flatMap((finding) => [...finding.records, ...finding.moreRecords]);
  const places = new Set(own.map(({ at }) => at));
  const others = records.filter(({ kind, at }) => kind === 'access' || (kind === 'error' && !places.has(at)));
  return [...own, ...others].map((record) => ({ record, count: countOf(record) }));
}
