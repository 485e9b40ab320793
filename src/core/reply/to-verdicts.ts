import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { FindingAnswer, LineVerdict } from './reply.ts';
import { toQuote } from './wording.ts';

/** What nginx-why makes of each pasted line, in the order of the paste. */
export function toVerdicts(
  records: readonly LogRecord[],
  diagnoses: readonly Diagnosis[],
  answers: readonly FindingAnswer[],
): readonly LineVerdict[] {
  // identification may correct a record (its errno), so its place in the paste stands for it
  const answerOf = new Map<LogRecord['at'], FindingAnswer>();
  diagnoses.forEach(({ finding }, index) => {
    const answer = answers[index];
    if (answer) for (const { at } of finding.records) answerOf.set(at, answer);
  });
  const evidence = new Set(
    diagnoses.flatMap(({ causes }) => causes.flatMap((cause) => cause.evidence.flatMap(({ shown }) => shown))),
  );
  return records.map((record) => {
    const answer = answerOf.get(record.at);
    return {
      lines: record.at,
      verdict: answer ? (answer.severity === 'harmless' ? 'harmless' : 'explained') : verdictOf(record, evidence),
      entry: answer?.entry ?? null,
      text: toQuote(record).text,
    };
  });
}

function verdictOf(record: LogRecord, evidence: ReadonlySet<LogRecord>): LineVerdict['verdict'] {
  if (evidence.has(record)) return 'evidence';
  if (record.kind === 'error') return ['notice', 'info', 'debug'].includes(record.level ?? '') ? 'harmless' : 'unknown';
  if (record.kind === 'access') return (record.fields.status ?? 0) >= 500 ? 'evidence' : 'harmless';
  return record.kind === 'config' ? 'evidence' : 'not-nginx';
}
