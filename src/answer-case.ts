import type { CaseFacts } from './core/case/case-facts.ts';
import type { CasePaste } from './core/case/case-paste.ts';
import { type CaseStep, factsOfCase, lastApplied, wasAnswered } from './core/case/case-step.ts';
import { compareCase } from './core/case/compare-case.ts';
import { joinEarlier } from './core/case/join-earlier.ts';
import { recallCase } from './core/case/recall-case.ts';
import { toCaseFacts, toPlainFacts } from './core/case/to-case-facts.ts';
import { NO_CONFIGURATION } from './core/config/configuration.ts';
import { splitPaste } from './core/paste/split-paste.ts';
import type { LogRecord } from './core/records/log-record.ts';
import type { Reply } from './core/reply/reply.ts';
import { createLogScanner } from './core/scan/scan-log.ts';
import { runAll, type Steps } from './core/steps.ts';
import { judgeCase } from './core/verdict/judge-case.ts';
import type { EngineParts, Read } from './engine-parts.ts';
import { readScan } from './read-scan.ts';

/** A longer paste is summed up line by line first. In UTF-16 units; every line costs as much as some more of them. */
const LONGEST_WHOLE = 200_000;
const COST_OF_LINE = 40;
const LINE_BREAKS = /[\n\r\u2028\u2029]/g;
/** How much of it is scanned in one step. */
const SCANNED_A_STEP = 30_000;

/** Reads one paste of a case: its facts are remembered, and its reply builds on what happened before. What a long one says as the
 * first of its case, which it nearly always is, is found out in steps, too. */
export function* readCasePaste(paste: string, parts: EngineParts): Steps<CasePaste> {
  if (!isLong(paste)) return toCasePaste(yield* parts.read(splitPaste(paste, parts.isOfAnother)), parts, null);
  yield;
  const read = yield* readLong(paste, parts);
  yield;
  return toCasePaste(read, parts, yield* readAsFirst(read, parts));
}

function isLong(paste: string): boolean {
  if (paste.length > LONGEST_WHOLE) return true;
  const breaks = paste.match(LINE_BREAKS)?.length ?? 0;
  return paste.length + breaks * COST_OF_LINE > LONGEST_WHOLE;
}

function* readLong(paste: string, parts: EngineParts): Steps<Read> {
  const scanner = createLogScanner(parts.catalogue, parts.nameOther);
  let step = SCANNED_A_STEP;
  for (let from = 0; from < paste.length; ) {
    const feed = paste.indexOf('\n', from);
    const end = feed < 0 ? paste.length : feed;
    scanner.add(paste.slice(from, paste[end - 1] === '\r' ? end - 1 : end));
    from = end + 1;
    if (from < step) continue;
    step = from + SCANNED_A_STEP;
    yield;
  }
  return yield* readScan(scanner.finish(), [], parts);
}

/** What a paste says where nothing was pasted before it. */
interface AsFirst {
  readonly plain: CaseFacts;
  readonly facts: CaseFacts;
  readonly reply: Reply;
}

function* readAsFirst({ contents, findings }: Read, parts: EngineParts): Steps<AsFirst> {
  const lookup = parts.lookup();
  const plain = toPlainFacts(findings, contents.records, lookup.reference);
  yield;
  const facts = yield* toCaseFacts(findings, contents, plain, null, lookup);
  yield;
  return { plain, facts, reply: parts.compose(parts.diagnose(findings, contents), contents.records) };
}

function toCasePaste({ contents, findings }: Read, parts: EngineParts, first: AsFirst | null): CasePaste {
  const { diagnose, compose } = parts;
  const { records, configuration } = contents;
  const lookup = parts.lookup();
  const plain = first?.plain ?? toPlainFacts(findings, records, lookup.reference);

  function factsAfter(before: readonly CaseStep[]): CaseFacts {
    const earlier = factsOfCase(before);
    return earlier || !first ? runAll(toCaseFacts(findings, contents, plain, earlier, lookup)) : first.facts;
  }

  /** The first answer of a case also builds on what was only read along. */
  function replyAfter(before: readonly CaseStep[]): Reply {
    const earlier = factsOfCase(before);
    if (!earlier) return first?.reply ?? compose(diagnose(findings, contents), records);
    const joined = joinEarlier(findings, records, plain, earlier, lookup);
    const diagnoses = diagnose(joined.findings, { records: joined.records, configuration });
    if (!wasAnswered(before)) return compose(diagnoses, records);
    const { verdicts, isLater } = judgeCase(diagnoses, joined.records, lastApplied(before));
    const isEvidence = (record: LogRecord): boolean => !isLater(record);
    const recalled = recallCase(earlier, lookup);
    const former = diagnose(recalled.findings, {
      records: recalled.records.filter(isEvidence),
      configuration: NO_CONFIGURATION,
    });
    const now = diagnose(joined.findings, { records: joined.records.filter(isEvidence), configuration });
    const change = compareCase(now, former, plain.pastes > 0 || verdicts.length > 0);
    return compose(now, records, { change, fixVerdicts: verdicts });
  }

  return {
    saysSomething: plain.pastes > 0,
    hasNginxLines: records.some(({ kind }) => kind === 'error'),
    factsAfter,
    replyAfter,
  };
}
