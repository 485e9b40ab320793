import type { Reference } from '../config/reference.ts';
import { type Finding, severityOf } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { Contents } from '../records/read-records.ts';
import { createBorrowTime } from '../signals/borrowed-times.ts';
import type { Steps } from '../steps.ts';
import type { CaseFacts, FindingFacts, ShownFacts } from './case-facts.ts';
import { toErrorFacts } from './error-facts.ts';
import { findLostSignals, shellSignals } from './find-lost-signals.ts';
import { joinEarlier } from './join-earlier.ts';
import { keepableValues } from './keepable-values.ts';
import { keyOfFacts } from './key-of-finding.ts';
import { mergeCase } from './merge-case.ts';
import { toOtherFacts } from './other-facts.ts';
import { type CaseLookup, recallCase } from './recall-case.ts';
import { MOST_FINDINGS, MOST_LINES_OF_FINDING, MOST_OTHERS, MOST_SHOWN, withinBound } from './within-bound.ts';

/** What the lines of a paste say by themselves; no findings and nothing else where they say nothing that a later paste could build
 * on. */
export function toPlainFacts(
  findings: readonly Finding[],
  records: readonly LogRecord[],
  reference: Reference,
): CaseFacts {
  const own = new Set(findings.flatMap(({ records, moreRecords }) => [...records, ...moreRecords].map(({ at }) => at)));
  const others = records.filter(({ at }) => !own.has(at));
  const output = shellSignals(others, reference);
  const borrowTime = createBorrowTime(records);
  const remembered = others.flatMap((record) => toOtherFacts(record, output.get(record) ?? [], borrowTime) ?? []);
  return {
    version: 1,
    pastes: findings.length + remembered.length === 0 ? 0 : 1,
    findings: withinBound(findings, MOST_FINDINGS).map(toFindingFacts),
    others: withinBound(remembered, MOST_OTHERS),
  };
}

/** Adds to the plain facts of a paste what they can't tell again, which is found by trying: a signal about an error of the case that
 * the paste shows, and that the facts of the case don't show, is remembered by its id. `before` are the facts of the pastes before
 * it; null for the first one. */
export function* toCaseFacts(
  findings: readonly Finding[],
  { records, configuration }: Contents,
  plain: CaseFacts,
  before: CaseFacts | null,
  lookup: CaseLookup,
): Steps<CaseFacts> {
  const joined = before ? joinEarlier(findings, records, plain, before, lookup) : { findings, records };
  const known = before ? mergeCase(before, plain) : plain;
  // no signal asks for the place in nginx's source, and reading it takes time
  const recalled = recallCase(known, { ...lookup, findMessage: () => null });
  yield;
  const lost = yield* findLostSignals(joined, configuration, recalled, lookup.reference);
  const own = plain.findings.map((finding) => withShown(finding, lost.get(keyOfFacts(finding)) ?? []));
  const ownKeys = new Set(plain.findings.map(keyOfFacts));
  const more = (before?.findings ?? []).flatMap((finding) => {
    const shown = ownKeys.has(keyOfFacts(finding)) ? [] : (lost.get(keyOfFacts(finding)) ?? []);
    return shown.length === 0 ? [] : [withShown({ ...finding, tally: NO_TALLY, lines: [], shown: [] }, shown)];
  });
  const all = [...own, ...more];
  return { ...plain, pastes: all.length + plain.others.length === 0 ? 0 : 1, findings: all };
}

const NO_TALLY = { count: 0, firstAt: null, lastAt: null };

function withShown(finding: FindingFacts, shown: readonly ShownFacts[]): FindingFacts {
  return { ...finding, shown: withinBound(shown, MOST_SHOWN) };
}

function toFindingFacts(finding: Finding): FindingFacts {
  const { count, firstAt, lastAt } = finding.tally;
  return {
    entry: finding.entry?.id ?? null,
    template: finding.template,
    message: finding.message?.id ?? null,
    tally: { count, firstAt, lastAt },
    severity: severityOf(finding),
    values: keepableValues(finding.facts),
    lines: withinBound(finding.records, MOST_LINES_OF_FINDING).map(toErrorFacts),
    shown: [],
  };
}
