import type { Applied } from '../case/case-step.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import { describePlaces } from '../reply/wording.ts';
import { findZone } from './find-zone.ts';
import type { FixVerdict } from './fix-verdict.ts';
import { type JudgedFinding, judgeFindings } from './judge-findings.ts';
import { lastNotice, laterMoment, type Moment } from './moment.ts';
import { sideOf } from './side-of.ts';
import { compareStamps, parseStamp, type Stamp } from './stamp.ts';
import { timeOfRecord } from './time-of-record.ts';
import { toObservations } from './to-observations.ts';

const QUIET_SECONDS = 120;

/** The verdicts on a case, and which lines are from after the change. */
export interface JudgedCase {
  /** In the order of the errors. Empty where there is nothing to judge: nobody said and nginx did not log that anything changed,
   * and the paste is no attempt to verify it. */
  readonly verdicts: readonly FixVerdict[];
  /** True for a line of a request after the change: it tells whether the fix worked, and nothing about the cause. */
  readonly isLater: (record: LogRecord) => boolean;
}

/** Judges the fixes of a case after one more paste. `records` are the lines of this paste and then earlier ones. */
export function judgeCase(
  diagnoses: readonly Diagnosis[],
  records: readonly LogRecord[],
  applied: Applied | null,
): JudgedCase {
  const findings = diagnoses.map(({ finding }) => finding);
  const observations = toObservations(findings, records);
  const lines = observations.map(({ record }) => record);
  const zone = findZone(lines);
  const stated = toStated(applied);
  const notice = lastNotice(lines);
  const momentOf = (finding: Finding): Moment | null => {
    const noted = notice && isAfterFirst(notice, finding, zone) ? notice : null;
    return laterMoment(stated, noted, zone) ?? afterEarlier(lines, zone);
  };
  const here = records.filter(({ earlier }) => !earlier);
  const shared = { observations, records: here, zone, namePlaces: describePlaces };
  const judged = judgeFindings(diagnoses, momentOf, shared, 'known').filter((one) => stated !== null || isNews(one));
  const moment = judged[0]?.moment;
  return {
    verdicts: judged.map(({ verdict }) => verdict),
    isLater: (record) => moment !== undefined && record.kind === 'access' && sideOf(record, moment, zone) === 'after',
  };
}

function toStated(applied: Applied | null): Moment | null {
  if (!applied) return null;
  const { at, pastesBefore, lastAt } = applied;
  const knownUntil = lastAt === null ? null : parseStamp(lastAt);
  return { stamp: { wall: at, offset: 0 }, source: 'stated', record: null, pastesBefore, knownUntil };
}

function isAfterFirst(notice: Moment, { tally }: Finding, zone: number | null): boolean {
  const first = tally.firstAt === null ? null : parseStamp(tally.firstAt);
  return first !== null && (compareStamps(notice.stamp, first, zone) ?? -1) > 0;
}

/** Where the notice of an earlier paste is all that there is, the same doubt need not be told with every paste. */
function isNews({ verdict: { kind }, moment: { source, record } }: JudgedFinding): boolean {
  return source !== 'noted' || record?.earlier === undefined || kind !== 'not-decidable';
}

/** Two minutes after the end of the earlier pastes: the lines around an error are evidence, what comes later may show its end. */
function afterEarlier(lines: readonly LogRecord[], zone: number | null): Moment | null {
  let last: Stamp | null = null;
  for (const record of lines) {
    const stamp = record.earlier ? timeOfRecord(record) : null;
    if (stamp && (!last || (compareStamps(stamp, last, zone) ?? 0) > 0)) last = stamp;
  }
  if (!last) return null;
  const stamp = { ...last, wall: last.wall + QUIET_SECONDS };
  return { stamp, source: 'last-paste', record: null, pastesBefore: 0, knownUntil: null };
}
