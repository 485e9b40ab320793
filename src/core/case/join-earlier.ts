import { type Finding, severityOf, worseOf } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import type { CaseFacts } from './case-facts.ts';
import { keyOfFacts, keyOfFinding } from './key-of-finding.ts';
import { mergeCase } from './merge-case.ts';
import { type CaseLookup, recallCase, recallShown } from './recall-case.ts';
import { withoutRepeated } from './without-repeated.ts';

/** What a paste and the pastes before it say together. */
export interface Joined {
  /** Lines of this paste come before earlier ones in each finding; the lines of a tally are those of this paste. */
  readonly findings: readonly Finding[];
  /** Lines of this paste, then earlier ones that belong to no finding. */
  readonly records: readonly LogRecord[];
}

/** Joins a paste with the facts of those before it. A line that was pasted again counts once, as a line of this paste. `own`
 * are the facts of this paste. */
export function joinEarlier(
  findings: readonly Finding[],
  records: readonly LogRecord[],
  own: CaseFacts,
  before: CaseFacts,
  lookup: CaseLookup,
): Joined {
  const earlier = recallCase(withoutPaste(before, own), lookup);
  const tallies = new Map(mergeCase(before, own).findings.map((one) => [keyOfFacts(one), one.tally]));
  const remembered = new Map(before.findings.map((facts) => [keyOfFacts(facts), recallShown(facts)]));
  const waiting = new Map(earlier.findings.map((finding) => [keyOfFinding(finding), finding]));
  const joined = findings.map((finding): Finding => {
    const key = keyOfFinding(finding);
    const known = waiting.get(key);
    waiting.delete(key);
    const severity = severityOf(finding);
    const isEarlierWorse = known !== undefined && worseOf(severityOf(known), severity) !== severity;
    return {
      ...finding,
      signature: isEarlierWorse ? known.signature : finding.signature,
      records: [...finding.records, ...(known?.records ?? [])],
      remembered: remembered.get(key) ?? [],
      tally: { ...(tallies.get(key) ?? finding.tally), lines: finding.tally.lines, perMinute: finding.tally.perMinute },
      facts: new Map([...(known?.facts ?? []), ...finding.facts]),
    };
  });
  return { findings: [...joined, ...waiting.values()], records: [...records, ...earlier.records] };
}

/** The earlier facts less the lines that this paste holds again. */
function withoutPaste(before: CaseFacts, own: CaseFacts): CaseFacts {
  const ownLines = new Map(own.findings.map((finding) => [keyOfFacts(finding), finding.lines]));
  return {
    ...before,
    findings: before.findings.map((finding) => ({
      ...finding,
      lines: withoutRepeated(finding.lines, ownLines.get(keyOfFacts(finding)) ?? []),
    })),
    others: withoutRepeated(before.others, own.others),
  };
}
