import { createCompanionMatcher } from './core/companion-matcher.ts';
import { compileKnowledge } from './core/compile-knowledge.ts';
import type { CompiledKnowledge } from './core/compiled-knowledge.ts';
import { toReference } from './core/config/reference.ts';
import { diagnose } from './core/diagnose/diagnose.ts';
import { isBareMessage } from './core/identify/bare-message.ts';
import { createCatalogue } from './core/identify/catalogue.ts';
import { type Finding, toFindings } from './core/identify/finding.ts';
import { type Identified, identifyRecord } from './core/identify/identify-record.ts';
import type { Knowledge } from './core/knowledge.ts';
import { splitLine, splitPaste } from './core/paste/split-paste.ts';
import type { LogRecord } from './core/records/log-record.ts';
import { type Contents, type Reader, readRecords } from './core/records/read-records.ts';
import { composeReply } from './core/reply/compose-reply.ts';
import type { Reply } from './core/reply/reply.ts';
import { createNameOther } from './core/scan/name-other.ts';
import { createLogScanner, type OnNamed, type Scan } from './core/scan/scan-log.ts';

/** Answers one paste. Pure, synchronous, deterministic: the same paste gives the same reply. Never throws for a paste. */
export type Answer = (paste: string) => Reply;

/** The knowledge, compiled once for any number of pastes and logs. */
export interface Engine {
  readonly answer: Answer;
  /** Starts a log of any length, read line by line in bounded memory. `onNamed` hears what each line was taken for. */
  readonly openLog: (onNamed?: OnNamed) => OpenLog;
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
  return openEngine(compileKnowledge(knowledge));
}

/** The same for knowledge that was compiled ahead: ready at once, and a part is read when a line asks for it. */
export function openEngine(knowledge: CompiledKnowledge): Engine {
  const catalogue = createCatalogue(knowledge);
  const matchCompanion = createCompanionMatcher(knowledge);
  const nameOther = createNameOther(catalogue, matchCompanion);
  const reference = once(() => toReference(knowledge.directives()));
  const reader: Reader = {
    isAction: catalogue.isAction,
    isDirective: (name) => reference().has(name),
    matchCompanion,
    isBareMessage: (candidate) => isBareMessage(candidate, catalogue),
    isControllerMessage: (candidate) => identifyRecord(candidate, catalogue)?.entry != null,
  };
  const findingsIn = (records: readonly LogRecord[]): readonly Finding[] => {
    const identified = records.flatMap((record) =>
      record.kind === 'error' ? (identifyRecord(record, catalogue) ?? []) : [],
    );
    return toFindings(identified.filter(isWorthTelling));
  };
  const reply = (contents: Contents, findings: readonly Finding[]): Reply =>
    composeReply(diagnose(findings, contents, reference()), contents.records, knowledge.directives);
  return {
    answer: (paste) => {
      const contents = readRecords(splitPaste(paste), reader);
      return reply(contents, findingsIn(contents.records));
    },
    openLog: (onNamed) => {
      const scanner = createLogScanner(catalogue, nameOther, onNamed);
      return {
        add: scanner.add,
        finish: () => {
          const scan = scanner.finish();
          const lines = scan.kept.flatMap(({ text, number }) => splitLine(text, number));
          const contents = readRecords(lines, reader);
          return { scan, reply: reply(contents, withTallies(findingsIn(contents.records), scan)) };
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

/** What `make` returns, made when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

const ROUTINE: ReadonlySet<string> = new Set(['notice', 'info', 'debug']);

/** Routine notices are recognised and told only where an entry has something to say about them. */
function isWorthTelling({ entry, record, message }: Identified): boolean {
  if (entry) return true;
  return record.level === null ? message?.level !== 'stderr' : !ROUTINE.has(record.level);
}
