import type { CompanionPattern } from '../companion.ts';
import type { Reference } from '../config/reference.ts';
import type { Entry, Signature } from '../entry.ts';
import { type Finding, severityOf } from '../identify/finding.ts';
import type { Message } from '../message.ts';
import type { Earlier, LogRecord } from '../records/log-record.ts';
import type { AccessFacts, CaseFacts, CompanionFacts, FindingFacts, OtherFacts } from './case-facts.ts';
import { recallErrorLine } from './error-facts.ts';
import { sayPattern, sayRequest } from './say-kind.ts';

/** What recalling needs from the knowledge. */
export interface CaseLookup {
  /** Null for an entry that is gone, or retired. */
  readonly findEntry: (id: string) => Entry | null;
  readonly findMessage: (template: string, id: string | null) => Message | null;
  readonly findPatterns: (id: string) => readonly CompanionPattern[];
  readonly reference: Reference;
}

/** Everything that earlier pastes still say. */
export interface Recalled {
  readonly findings: readonly Finding[];
  /** Lines of other kinds. */
  readonly records: readonly LogRecord[];
}

/** Makes records out of facts, in which signals find what they found in the pasted lines. Facts about entries and patterns that
 * the knowledge no longer has are left out. */
export function recallCase(facts: CaseFacts, lookup: CaseLookup): Recalled {
  return {
    findings: facts.findings.flatMap((finding) => recallFinding(finding, lookup) ?? []),
    records: facts.others.flatMap((other) => recallOther(other, lookup) ?? []),
  };
}

function recallFinding(facts: FindingFacts, { findEntry, findMessage }: CaseLookup): Finding | null {
  const entry = facts.entry === null ? null : findEntry(facts.entry);
  const records = facts.lines.map((line) => recallErrorLine(line, facts));
  const [lead] = records;
  if (!lead || (facts.entry !== null && entry === null)) return null;
  return {
    entry,
    signature: entry && signatureOf(entry, facts),
    template: facts.template,
    message: findMessage(facts.template, facts.message),
    records,
    lead,
    moreRecords: [],
    remembered: recallShown(facts),
    tally: { ...facts.tally, lines: [], perMinute: new Map() },
    facts: new Map(Object.entries(facts.values)),
  };
}

/** The first signature of the format string, of those that matter as much as the lines did. */
function signatureOf(entry: Entry, { template, severity }: FindingFacts): Signature | null {
  const possible = entry.signatures.filter((signature) => signature.template === template);
  return possible.find((signature) => severityOf({ entry, signature }) === severity) ?? possible[0] ?? null;
}

/** A line for each signal that a finding remembers. */
export function recallShown({ shown }: FindingFacts): readonly LogRecord[] {
  return shown.map(({ signal, text, paste, line }) => ({
    kind: 'unknown',
    at: [],
    text,
    prefix: '',
    earlier: { paste, line, shows: [signal] },
  }));
}

function recallOther(facts: OtherFacts, lookup: CaseLookup): LogRecord | null {
  const { paste, line } = facts;
  const earlier: Earlier = { paste, line, shows: facts.kind === 'output' ? facts.shows : [] };
  const base = { at: [], prefix: '', earlier };
  switch (facts.kind) {
    case 'access':
      return recallAccess(facts, earlier);
    case 'companion':
      return recallCompanion(facts, earlier, lookup);
    case 'output':
      return { kind: 'unknown', ...base, text: facts.text };
    case 'notice':
      return recallNotice(facts, earlier);
  }
}

function recallAccess(facts: AccessFacts, earlier: Earlier): LogRecord {
  const { time, method, path, status, requestTime, upstreamStatuses, upstreamTimes, upstreamConnectTimes } = facts;
  const measured = { requestTime, upstreamStatuses, upstreamTimes, upstreamConnectTimes };
  const fields = { client: '', time, method, uri: path, host: null, status, upstreamAddresses: [], ...measured };
  return { kind: 'access', at: [], text: sayRequest(fields), prefix: '', earlier, fields };
}

function recallCompanion(facts: CompanionFacts, earlier: Earlier, { findPatterns }: CaseLookup): LogRecord | null {
  const patterns = findPatterns(facts.pattern);
  const pattern = patterns.find(({ template }) => template === facts.template) ?? patterns[0];
  if (!pattern) return null;
  const { program, listens, time } = facts;
  const text = sayPattern(pattern);
  return {
    kind: 'companion',
    at: [],
    text,
    prefix: time === null ? '' : `${time} `,
    earlier,
    program,
    pattern,
    values: listens,
  };
}

function recallNotice(facts: Extract<OtherFacts, { kind: 'notice' }>, earlier: Earlier): LogRecord {
  const { message, time, pid } = facts;
  return {
    kind: 'error',
    author: 'nginx',
    at: [],
    text: message,
    prefix: '',
    earlier,
    time,
    level: 'notice',
    pid,
    connection: null,
    message,
    forms: [message],
    action: null,
    errno: null,
    ssl: null,
    inFile: null,
    context: { values: new Map(), cut: false },
  };
}
