import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintEntries } from './knowledge/lint-entries.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import type { Problem } from './knowledge/problem.ts';
import { lintExamples } from './lint-examples.ts';

const KNOWLEDGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'knowledge');

/** Checks everything below `knowledge/`, with and without the engine. `text` ends with a line break; the knowledge is sound
 * where no problem is an error. Throws KnowledgeError for a file that can't be read as what it should be. */
export function lintKnowledgeFiles(): { readonly text: string; readonly isSound: boolean } {
  const knowledge = loadKnowledge(KNOWLEDGE);
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
