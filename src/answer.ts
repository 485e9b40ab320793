import { readCasePaste } from './answer-case.ts';
import { answerFiles, type OpenLog, openLog } from './answer-files.ts';
import type { CasePaste } from './core/case/case-paste.ts';
import { compileKnowledge } from './core/compile-knowledge.ts';
import type { CompiledKnowledge } from './core/compiled-knowledge.ts';
import type { Knowledge } from './core/knowledge.ts';
import { splitPaste } from './core/paste/split-paste.ts';
import type { Reply } from './core/reply/reply.ts';
import type { OnNamed } from './core/scan/scan-log.ts';
import { runAll, type Steps } from './core/steps.ts';
import type { NamePlaces } from './core/verdict/fix-evidence.ts';
import type { SinceFix } from './core/verdict/since-fix.ts';
import { createEngineParts, type EngineParts } from './engine-parts.ts';

/** Answers one paste. Pure, synchronous, deterministic: the same paste gives the same reply. Never throws for a paste. */
export type Answer = (paste: string) => Reply;

/** The knowledge, compiled once for any number of pastes and logs. */
export interface Engine {
  readonly answer: Answer;
  /** Reads one paste of a case. */
  readonly read: (paste: string) => Steps<CasePaste>;
  /** Answers several files, each given by its lines, as one case. */
  readonly answerFiles: (
    files: readonly (readonly string[])[],
    since: SinceFix | null,
    namePlaces: NamePlaces,
  ) => Steps<Reply>;
  /** Starts a log of any length, read line by line in bounded memory. `onNamed` hears what each line was taken for. */
  readonly openLog: (since?: SinceFix | null, onNamed?: OnNamed) => OpenLog;
}

/** Compiles the knowledge into something that answers pastes. */
export function createAnswer(knowledge: Knowledge): Answer {
  return createEngine(knowledge).answer;
}

/** Compiles the knowledge into something that answers pastes and reads logs. */
export function createEngine(knowledge: Knowledge): Engine {
  return openEngine(compileKnowledge(knowledge));
}

/** The same for knowledge that was compiled ahead: ready at once, and a part is read when a line asks for it. At most `mostInDepth`
 * findings of a paste get causes, checks and fixes; the others are named. */
export function openEngine(knowledge: CompiledKnowledge, mostInDepth?: number): Engine {
  const parts = createEngineParts(knowledge, mostInDepth);
  return {
    answer: (paste) => runAll(answerPaste(paste, parts)),
    read: (paste) => readCasePaste(paste, parts),
    answerFiles: (files, since, namePlaces) => answerFiles(files, since, namePlaces, parts),
    openLog: (since = null, onNamed = () => {}) => openLog(since, parts, onNamed),
  };
}

function* answerPaste(paste: string, { read, isOfAnother, diagnose, compose }: EngineParts): Steps<Reply> {
  const { contents, findings } = yield* read(splitPaste(paste, isOfAnother));
  return compose(diagnose(findings, contents), contents.records);
}
