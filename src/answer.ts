import type { CasePaste } from './core/case/case-paste.ts';
import { factsOfCase, lastApplied, wasAnswered } from './core/case/case-step.ts';
import { compareCase } from './core/case/compare-case.ts';
import { joinEarlier } from './core/case/join-earlier.ts';
import { type CaseLookup, recallCase } from './core/case/recall-case.ts';
import { toCaseFacts } from './core/case/to-case-facts.ts';
import { createCompanionMatcher } from './core/companion-matcher.ts';
import { diagnose } from './core/diagnose/diagnose.ts';
import { isBareMessage } from './core/identify/bare-message.ts';
import { type Catalogue, createCatalogue } from './core/identify/catalogue.ts';
import { type Finding, toFindings } from './core/identify/finding.ts';
import { type Identified, identifyRecord } from './core/identify/identify-record.ts';
import type { Knowledge } from './core/knowledge.ts';
import { splitLine, splitPaste } from './core/paste/split-paste.ts';
import type { LogRecord } from './core/records/log-record.ts';
import { type Reader, readRecords } from './core/records/read-records.ts';
import { composeReply } from './core/reply/compose-reply.ts';
import type { Reply } from './core/reply/reply.ts';
import { createLogScanner, type Scan } from './core/scan/scan-log.ts';
import { judgeCase } from './core/verdict/judge-case.ts';

/** Answers one paste. Pure, synchronous, deterministic: the same paste gives the same reply. Never throws for a paste. */
export type Answer = (paste: string) => Reply;

/** The knowledge, compiled once for any number of pastes and logs. */
export interface Engine {
  readonly answer: Answer;
  /** Reads one paste of a case. */
  readonly read: (paste: string) => CasePaste;
  /** Starts a log of any length, read line by line in bounded memory. */
  readonly openLog: () => OpenLog;
}

/** A log that is being read. */
export interface OpenLog {
  /** Takes the next line, without its line feed. */
  readonly add: (line: string) => void;
  /** What nginx-why has to say about all lines so far. Ends the log. */
  readonly finish: () => { readonly reply: Reply; readonly scan: Scan };
}

/** Compiles the knowledge into something that answers pastes. */
export function createAnswer(knowledge: Knowledge): Answer {
  return createEngine(knowledge).answer;
}

/** Compiles the knowledge into something that answers pastes and reads logs. */
export function createEngine(knowledge: Knowledge): Engine {
  const catalogue = createCatalogue(knowledge);
  const directives = new Set(knowledge.directives.map(({ name }) => name));
  const matchCompanion = createCompanionMatcher(knowledge.companions);
  const reader: Reader = {
    isAction: catalogue.isAction,
    isDirective: (name) => directives.has(name),
    matchCompanion,
    isBareMessage: (candidate) => isBareMessage(candidate, catalogue),
  };
  const lookup = createLookup(knowledge, catalogue);
  const findingsIn = (records: readonly LogRecord[]): readonly Finding[] => {
    const identified = records.flatMap((record) =>
      record.kind === 'error' ? (identifyRecord(record, catalogue) ?? []) : [],
    );
    return toFindings(identified.filter(isWorthTelling));
  };
  return {
    answer: (paste) => {
      const records = readRecords(splitPaste(paste), reader);
      return composeReply(diagnose(findingsIn(records), records), records, knowledge.directives);
    },
    read: (paste) => {
      const records = readRecords(splitPaste(paste), reader);
      const findings = findingsIn(records);
      const facts = toCaseFacts(findings, records, lookup);
      return {
        facts,
        hasNginxLines: records.some(({ kind }) => kind === 'error'),
        replyAfter: (before) => {
          const earlier = factsOfCase(before);
          if (!earlier) return composeReply(diagnose(findings, records), records, knowledge.directives);
          const joined = joinEarlier(findings, records, facts, earlier, lookup);
          const diagnoses = diagnose(joined.findings, joined.records);
          if (!wasAnswered(before)) return composeReply(diagnoses, records, knowledge.directives);
          const { verdicts, isLater } = judgeCase(diagnoses, joined.records, lastApplied(before));
          const isEvidence = (record: LogRecord): boolean => !isLater(record);
          const recalled = recallCase(earlier, lookup);
          const former = diagnose(recalled.findings, recalled.records.filter(isEvidence));
          const now = diagnose(joined.findings, joined.records.filter(isEvidence));
          const change = compareCase(now, former, facts.pastes > 0 || verdicts.length > 0);
          return { ...composeReply(now, records, knowledge.directives), change, fixVerdicts: verdicts };
        },
      };
    },
    openLog: () => {
      const scanner = createLogScanner(catalogue, matchCompanion);
      return {
        add: scanner.add,
        finish: () => {
          const scan = scanner.finish();
          const lines = scan.kept.flatMap(({ text, number }) => splitLine(text, number));
          const records = readRecords(lines, reader);
          return {
            scan,
            reply: composeReply(
              diagnose(withTallies(findingsIn(records), scan), records),
              records,
              knowledge.directives,
            ),
          };
        },
      };
    },
  };
}

/** The findings of the lines that were kept, with the counts of all lines. */
function withTallies(findings: readonly Finding[], { tallies }: Scan): readonly Finding[] {
  const byLine = new Map(tallies.map(({ first, tally }) => [first.number, tally]));
  return findings.map((finding) => ({ ...finding, tally: byLine.get(finding.tally.lines[0] ?? 0) ?? finding.tally }));
}

const ROUTINE: ReadonlySet<string> = new Set(['notice', 'info', 'debug']);

/** Routine notices are recognised and told only where an entry has something to say about them. */
function isWorthTelling({ entry, record, message }: Identified): boolean {
  if (entry) return true;
  return record.level === null ? message?.level !== 'stderr' : !ROUTINE.has(record.level);
}

function createLookup({ entries, companions }: Knowledge, catalogue: Catalogue): CaseLookup {
  const byId = new Map(entries.filter(({ status }) => status === 'stable').map((entry) => [entry.id, entry]));
  const patterns = Map.groupBy(
    companions.flatMap((companion) => companion.patterns),
    ({ id }) => id,
  );
  return {
    findEntry: (id) => byId.get(id) ?? null,
    findMessage: (template, id) => catalogue.known(template).messages.find((message) => message.id === id) ?? null,
    findPatterns: (id) => patterns.get(id) ?? [],
  };
}
