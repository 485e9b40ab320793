import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { LogRecord } from '../records/log-record.ts';
import { findZone } from './find-zone.ts';
import type { NamePlaces } from './fix-evidence.ts';
import type { JudgedCase } from './judge-case.ts';
import { judgeFindings } from './judge-findings.ts';
import { lastNotice, type Moment } from './moment.ts';
import { sideOf } from './side-of.ts';
import type { SinceFix } from './since-fix.ts';
import { toObservations } from './to-observations.ts';

/** For how many lines a line that was kept of a log stands, by its number; null where all lines were kept. */
export type Counts = ReadonlyMap<number, number> | null;

/** Judges the fixes of all errors in files, from the moment on that their reader named. Null where that is a start or a reload and
 * nginx logged none. Where every line is from after the change (a log that was rotated with it), its errors are judged all the
 * same. */
export function judgeSince(
  diagnoses: readonly Diagnosis[],
  records: readonly LogRecord[],
  { at, machineZone }: SinceFix,
  counts: Counts,
  namePlaces: NamePlaces,
): JudgedCase | null {
  const findings = diagnoses.map(({ finding }) => finding);
  const lines = toObservations(findings, records);
  const zone = findZone(records) ?? machineZone;
  const stated: Moment | null = at && { stamp: at, source: 'stated', record: null, pastesBefore: 0, knownUntil: null };
  const moment = stated ?? lastNotice(lines.map(({ record }) => record));
  if (!moment) return null;
  const countOf = (record: LogRecord): number => (counts ? (counts.get(record.at[0] ?? 0) ?? 0) : 1);
  const observations = toObservations(findings, records, countOf).filter(({ count }) => count > 0);
  const shared = { observations, records, zone, namePlaces };
  const old = judgeFindings(diagnoses, () => moment, shared, 'known');
  const judged = old.length > 0 ? old : judgeFindings(diagnoses, () => moment, shared, 'all');
  return {
    verdicts: judged.map(({ verdict }) => verdict),
    isLater: (record) => record.kind === 'access' && sideOf(record, moment, zone) === 'after',
  };
}
