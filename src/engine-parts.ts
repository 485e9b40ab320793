import type { CaseLookup } from './core/case/recall-case.ts';
import { createCompanionMatcher } from './core/companion-matcher.ts';
import type { Diagnosis } from './core/diagnose/diagnose.ts';
import { isBareMessage } from './core/identify/bare-message.ts';
import { type Catalogue, createCatalogue } from './core/identify/catalogue.ts';
import { type Finding, toFindings } from './core/identify/finding.ts';
import { type Identified, identifyRecord } from './core/identify/identify-record.ts';
import type { Knowledge } from './core/knowledge.ts';
import type { PastedLine } from './core/paste/pasted-line.ts';
import type { LogRecord } from './core/records/log-record.ts';
import { type CompanionMatch, type Reader, readRecords } from './core/records/read-records.ts';
import { composeReply } from './core/reply/compose-reply.ts';
import type { Reply } from './core/reply/reply.ts';

/** What pastes, cases and logs have in common: the knowledge, compiled once. */
export interface EngineParts {
  readonly catalogue: Catalogue;
  readonly matchCompanion: (text: string) => readonly CompanionMatch[];
  readonly lookup: CaseLookup;
  /** Reads lines and finds the errors in them. */
  readonly read: (lines: readonly PastedLine[]) => {
    readonly records: readonly LogRecord[];
    readonly findings: readonly Finding[];
  };
  /** `records` are the lines of the paste that is answered. */
  readonly compose: (diagnoses: readonly Diagnosis[], records: readonly LogRecord[]) => Reply;
}

export function createEngineParts(knowledge: Knowledge): EngineParts {
  const catalogue = createCatalogue(knowledge);
  const directives = new Set(knowledge.directives.map(({ name }) => name));
  const matchCompanion = createCompanionMatcher(knowledge.companions);
  const reader: Reader = {
    isAction: catalogue.isAction,
    isDirective: (name) => directives.has(name),
    matchCompanion,
    isBareMessage: (candidate) => isBareMessage(candidate, catalogue),
  };
  return {
    catalogue,
    matchCompanion,
    lookup: createLookup(knowledge, catalogue),
    read: (lines) => {
      const records = readRecords(lines, reader);
      const identified = records.flatMap((record) =>
        record.kind === 'error' ? (identifyRecord(record, catalogue) ?? []) : [],
      );
      return { records, findings: toFindings(identified.filter(isWorthTelling)) };
    },
    compose: (diagnoses, records) => composeReply(diagnoses, records, knowledge.directives),
  };
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
