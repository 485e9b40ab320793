import type { Diagnosis } from '../diagnose/diagnose.ts';
import { once } from '../once.ts';
import { isRoutine } from '../records/error-head.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { FindingAnswer, LineVerdict } from './reply.ts';
import { toQuote } from './wording.ts';

/** Tells what nginx-why makes of a pasted line. */
export function createVerdictOf(
  diagnoses: readonly Diagnosis[],
  answers: readonly FindingAnswer[],
): (record: LogRecord) => LineVerdict {
  // identification may correct a record (its errno), so its place in the paste stands for it
  const answerOf = new Map<LogRecord['at'], FindingAnswer>();
  diagnoses.forEach(({ finding }, index) => {
    const answer = answers[index];
    if (answer) for (const { at } of finding.records) answerOf.set(at, answer);
  });
  const evidence = once(
    () =>
      new Set(
        diagnoses.flatMap(({ causes }) => causes.flatMap((cause) => cause.evidence.flatMap(({ shown }) => shown))),
      ),
  );
  return (record) => {
    const answer = answerOf.get(record.at);
    return {
      lines: record.at,
      verdict: answer ? (answer.severity === 'harmless' ? 'harmless' : 'explained') : verdictOf(record, evidence),
      entry: answer?.entry ?? null,
      text: toQuote(record).text,
    };
  };
}

/** True for a line of nginx's error log that is no routine notice. */
export function isTelling(record: LogRecord): boolean {
  return record.kind === 'error' && (record.level === null || !isRoutine(record.level));
}

/** `evidence` takes time, and is asked only where it decides. */
function verdictOf(record: LogRecord, evidence: () => ReadonlySet<LogRecord>): LineVerdict['verdict'] {
  if (isTelling(record)) return 'unknown';
  if (evidence().has(record)) return 'evidence';
  if (record.kind === 'error') return 'harmless';
  if (record.kind === 'access') return (record.fields.status ?? 0) >= 500 ? 'evidence' : 'harmless';
  return record.kind === 'config' ? 'evidence' : 'not-nginx';
}
