import { createCompanionMatcher } from './core/companion-matcher.ts';
import { diagnose } from './core/diagnose/diagnose.ts';
import { isBareMessage } from './core/identify/bare-message.ts';
import { createCatalogue } from './core/identify/catalogue.ts';
import { toFindings } from './core/identify/finding.ts';
import { type Identified, identifyRecord } from './core/identify/identify-record.ts';
import type { Knowledge } from './core/knowledge.ts';
import { splitPaste } from './core/paste/split-paste.ts';
import { type Reader, readRecords } from './core/records/read-records.ts';
import { composeReply } from './core/reply/compose-reply.ts';
import type { Reply } from './core/reply/reply.ts';

/** Answers one paste. Pure, synchronous, deterministic: the same paste gives the same reply. Never throws for a paste. */
export type Answer = (paste: string) => Reply;

/** Compiles the knowledge once; the result answers any number of pastes. */
export function createAnswer(knowledge: Knowledge): Answer {
  const catalogue = createCatalogue(knowledge);
  const directives = new Set(knowledge.directives.map(({ name }) => name));
  const reader: Reader = {
    isAction: catalogue.isAction,
    isDirective: (name) => directives.has(name),
    matchCompanion: createCompanionMatcher(knowledge.companions),
    isBareMessage: (candidate) => isBareMessage(candidate, catalogue),
  };
  return (paste) => {
    const records = readRecords(splitPaste(paste), reader);
    const identified = records.flatMap((record) =>
      record.kind === 'error' ? (identifyRecord(record, catalogue) ?? []) : [],
    );
    return composeReply(diagnose(toFindings(identified.filter(isWorthTelling)), records), records);
  };
}

const ROUTINE: ReadonlySet<string> = new Set(['notice', 'info', 'debug']);

/** Routine notices are recognised and told only where an entry has something to say about them. */
function isWorthTelling({ entry, record, message }: Identified): boolean {
  if (entry) return true;
  return record.level === null ? message?.level !== 'stderr' : !ROUTINE.has(record.level);
}
