import type { CasePaste } from './core/case/case-paste.ts';
import { type CaseStep, factsOfCase, lastApplied, wasAnswered } from './core/case/case-step.ts';
import { compareCase } from './core/case/compare-case.ts';
import { joinEarlier } from './core/case/join-earlier.ts';
import { recallCase } from './core/case/recall-case.ts';
import { toCaseFacts, toPlainFacts } from './core/case/to-case-facts.ts';
import { diagnose } from './core/diagnose/diagnose.ts';
import { splitPaste } from './core/paste/split-paste.ts';
import type { LogRecord } from './core/records/log-record.ts';
import type { Reply } from './core/reply/reply.ts';
import { judgeCase } from './core/verdict/judge-case.ts';
import type { EngineParts } from './engine-parts.ts';

/** Reads one paste of a case: its facts are remembered, and its reply builds on what happened before. */
export function readCasePaste(paste: string, { read, compose, lookup }: EngineParts): CasePaste {
  const { records, findings } = read(splitPaste(paste));
  const plain = toPlainFacts(findings, records);

  /** The first answer of a case also builds on what was only read along. */
  function replyAfter(before: readonly CaseStep[]): Reply {
    const earlier = factsOfCase(before);
    if (!earlier) return compose(diagnose(findings, records), records);
    const joined = joinEarlier(findings, records, plain, earlier, lookup);
    const diagnoses = diagnose(joined.findings, joined.records);
    if (!wasAnswered(before)) return compose(diagnoses, records);
    const { verdicts, isLater } = judgeCase(diagnoses, joined.records, lastApplied(before));
    const isEvidence = (record: LogRecord): boolean => !isLater(record);
    const recalled = recallCase(earlier, lookup);
    const former = diagnose(recalled.findings, recalled.records.filter(isEvidence));
    const now = diagnose(joined.findings, joined.records.filter(isEvidence));
    const change = compareCase(now, former, plain.pastes > 0 || verdicts.length > 0);
    return { ...compose(now, records), change, fixVerdicts: verdicts };
  }

  return {
    saysSomething: plain.pastes > 0,
    hasNginxLines: records.some(({ kind }) => kind === 'error'),
    factsAfter: (before) => toCaseFacts(findings, records, plain, factsOfCase(before), lookup),
    replyAfter,
  };
}
