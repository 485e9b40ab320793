import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from './core/knowledge.ts';
import { KnowledgeError } from './knowledge/check-file.ts';
import { lintEntries } from './knowledge/lint-entries.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import type { Problem } from './knowledge/problem.ts';
import { lintExamples } from './lint-examples.ts';

const KNOWLEDGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'knowledge');

/** What the lint found. */
export interface LintReport {
  /** One line a problem, and a last one that counts; ends with a line break. */
  readonly text: string;
  /** False where a problem is an error. */
  readonly isSound: boolean;
}

/** Checks everything below `knowledge/`, with and without the engine. */
export function lintKnowledgeFiles(): LintReport {
  try {
    return lintKnowledge(loadKnowledge(KNOWLEDGE));
  } catch (error) {
    if (error instanceof KnowledgeError) return { text: `error: ${error.message}\n`, isSound: false };
    throw error;
  }
}

function lintKnowledge(knowledge: Knowledge): LintReport {
  const problems = [...lintEntries(knowledge), ...lintExamples(knowledge)].toSorted((a, b) =>
    a.at < b.at ? -1 : Number(a.at > b.at),
  );
  const errors = problems.filter(({ weight }) => weight === 'error').length;
  const causes = knowledge.entries.reduce((sum, entry) => sum + entry.causes.length, 0);
  const counts = `${knowledge.entries.length} entries, ${causes} causes, ${knowledge.companions.length} companions`;
  const verdict = `${counts}: ${errors} errors, ${problems.length - errors} warnings`;
  return { text: `${[...problems.map(toLine), verdict].join('\n')}\n`, isSound: errors === 0 };
}

const toLine = ({ at, path, text, weight }: Problem): string => `${weight}: ${at}${path && ` ${path}`}: ${text}`;
