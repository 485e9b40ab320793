import type { CaseLookup } from './core/case/recall-case.ts';
import { createCompanionMatcher } from './core/companion-matcher.ts';
import type { CompiledKnowledge } from './core/compiled-knowledge.ts';
import { toReference } from './core/config/reference.ts';
import { type Diagnosis, diagnose } from './core/diagnose/diagnose.ts';
import { isBareMessage, isToldMessage } from './core/identify/bare-message.ts';
import { type Catalogue, createCatalogue } from './core/identify/catalogue.ts';
import { type Finding, toFindings } from './core/identify/finding.ts';
import { type Identified, identifyRecord } from './core/identify/identify-record.ts';
import { once } from './core/once.ts';
import type { PastedLine } from './core/paste/pasted-line.ts';
import { isRoutine } from './core/records/error-head.ts';
import type { LogRecord } from './core/records/log-record.ts';
import { type Contents, type Reader, readRecords } from './core/records/read-records.ts';
import { composeReply, type Outcome } from './core/reply/compose-reply.ts';
import type { Reply } from './core/reply/reply.ts';
import { createNameOther, type NameOther } from './core/scan/name-other.ts';
import type { Steps } from './core/steps.ts';

/** Lines that were read, and the errors in them. */
export interface Read {
  readonly contents: Contents;
  readonly findings: readonly Finding[];
}

const RECORDS_A_STEP = 64;
/** Findings of a paste that get causes, checks and fixes, where nobody shows fewer; the others are named. */
const MOST_IN_DEPTH = 5;
const NO_OUTCOME: Outcome = { change: null, fixVerdicts: [] };

/** What pastes, cases and logs have in common: the knowledge, compiled once. */
export interface EngineParts {
  readonly catalogue: Catalogue;
  readonly nameOther: NameOther;
  /** Made when a case first asks. */
  readonly lookup: () => CaseLookup;
  /** True for a line of a program that the knowledge has companions of. */
  readonly isOfAnother: (text: string) => boolean;
  /** Reads lines and finds the errors in them. */
  readonly read: (lines: readonly PastedLine[]) => Steps<Read>;
  readonly diagnose: (findings: readonly Finding[], contents: Contents) => readonly Diagnosis[];
  /** `records` are the lines of the paste that is answered. */
  readonly compose: (diagnoses: readonly Diagnosis[], records: readonly LogRecord[], outcome?: Outcome) => Reply;
}

/** Opens the compiled knowledge; parts of it are read when a line asks for them. */
export function createEngineParts(knowledge: CompiledKnowledge, mostInDepth = MOST_IN_DEPTH): EngineParts {
  const catalogue = createCatalogue(knowledge);
  const matchCompanion = createCompanionMatcher(knowledge);
  const reference = once(() => toReference(knowledge.directives()));
  const reader: Reader = {
    isAction: catalogue.isAction,
    isDirective: (name) => reference().has(name),
    matchCompanion,
    isWholeAction: catalogue.isWholeAction,
    isBareMessage: (candidate) => isBareMessage(candidate, catalogue),
    isToldMessage: (candidate) => isToldMessage(candidate, catalogue),
    isControllerMessage: (candidate) => identifyRecord(candidate, catalogue)?.entry != null,
  };
  return {
    catalogue,
    nameOther: createNameOther(catalogue, matchCompanion),
    isOfAnother: (text) => matchCompanion(text).length > 0,
    lookup: once(() => ({ ...createLookup(knowledge), reference: reference() })),
    *read(lines) {
      const contents = yield* readRecords(lines, reader);
      const identified: Identified[] = [];
      for (const [index, record] of contents.records.entries()) {
        if (index % RECORDS_A_STEP === RECORDS_A_STEP - 1) yield;
        const found = record.kind === 'error' ? identifyRecord(record, catalogue) : null;
        if (found && isWorthTelling(found)) identified.push(found);
      }
      yield;
      return { contents, findings: toFindings(identified) };
    },
    diagnose: (findings, contents) => diagnose(findings, contents, reference(), mostInDepth),
    compose: (diagnoses, records, outcome = NO_OUTCOME) =>
      composeReply(diagnoses, records, knowledge.directives, outcome),
  };
}

/** Routine notices are recognised and told only where an entry has something to say about them. */
function isWorthTelling({ entry, record, message }: Identified): boolean {
  if (entry) return true;
  return record.level === null ? message?.level !== 'stderr' : !isRoutine(record.level);
}

function createLookup(knowledge: CompiledKnowledge): Omit<CaseLookup, 'reference'> {
  const { entryIds, patternIds } = knowledge.index;
  return {
    findEntry: (id) => {
      const number = entryIds.indexOf(id);
      const entry = number < 0 ? null : knowledge.entry(number);
      return entry?.status === 'stable' ? entry : null;
    },
    findMessage: (template, id) =>
      knowledge.findTemplate(template)?.messages.find((message) => message.id === id) ?? null,
    findPatterns: (id) =>
      patternIds.flatMap((other, number) => (other === id ? [knowledge.pattern(number).pattern] : [])),
  };
}
