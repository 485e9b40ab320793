import type { Knowledge } from './core/knowledge.ts';
import type { Reply } from './core/reply/reply.ts';

/** Answers one paste. Pure, synchronous, deterministic: the same paste gives the same reply. Never throws for a paste. */
export type Answer = (paste: string) => Reply;

/** Compiles the knowledge once; the result answers any number of pastes. */
export function createAnswer(knowledge: Knowledge): Answer {
  return () => ({
    kind: 'no-log',
    headline: 'I see no nginx log line in that message',
    summary: `I see no nginx log line in that message (${knowledge.entries.length} entries known).`,
    note: null,
    answers: [],
    verdicts: [],
  });
}
