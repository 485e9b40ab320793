import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { Contents } from '../records/read-records.ts';
import type { CaseFacts, FindingFacts } from './case-facts.ts';
import { toErrorFacts } from './error-facts.ts';
import { findLostSignals, type LostSignals, shellSignals } from './find-lost-signals.ts';
import { keepableValues } from './keepable-values.ts';
import { toOtherFacts } from './other-facts.ts';
import { type CaseLookup, recallCase } from './recall-case.ts';
import { MOST_FINDINGS, MOST_LINES_OF_FINDING, MOST_OTHERS, withinBound } from './within-bound.ts';

/** Derives what may be remembered of one paste; no findings and nothing else where it says nothing that a later paste could build
 * on. What facts can't tell again is found by trying: a signal that the paste shows and its recalled facts don't is remembered
 * by its id. */
export function toCaseFacts(findings: readonly Finding[], contents: Contents, lookup: CaseLookup): CaseFacts {
  const { records } = contents;
  const kept = withinBound(findings, MOST_FINDINGS).map((finding) => ({
    ...finding,
    records: withinBound(finding.records, MOST_LINES_OF_FINDING),
  }));
  const own = new Set(findings.flatMap(({ records, moreRecords }) => [...records, ...moreRecords].map(({ at }) => at)));
  const others = records.filter(({ at }) => !own.has(at));
  const output = shellSignals(others, lookup.reference);
  const plain = toFacts(kept, others, output);
  if (plain.findings.length === 0) return plain;
  const lost = findLostSignals(findings, kept, contents, recallCase(plain, lookup), lookup.reference);
  return toFacts(kept, others, new Map([...output, ...lost].map(([record]) => [record, both(record, output, lost)])));
}

function toFacts(findings: readonly Finding[], others: readonly LogRecord[], lost: LostSignals): CaseFacts {
  const remembered = others.flatMap((record) => toOtherFacts(record, [...(lost.get(record) ?? [])]) ?? []);
  return {
    version: 1,
    pastes: findings.length + remembered.length === 0 ? 0 : 1,
    findings: findings.map((finding) => toFindingFacts(finding, lost)),
    others: withinBound(remembered, MOST_OTHERS),
  };
}

function both(record: LogRecord, one: LostSignals, other: LostSignals): ReadonlySet<string> {
  return new Set([...(one.get(record) ?? []), ...(other.get(record) ?? [])]);
}

function toFindingFacts(finding: Finding, lost: LostSignals): FindingFacts {
  const { count, firstAt, lastAt } = finding.tally;
  return {
    entry: finding.entry?.id ?? null,
    template: finding.template,
    message: finding.message?.id ?? null,
    tally: { count, firstAt, lastAt },
    values: keepableValues(finding.facts),
    lines: finding.records.map((record) => toErrorFacts(record, [...(lost.get(record) ?? [])])),
  };
}
