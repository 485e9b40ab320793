import type { FindingAnswer, Reply } from '../core/reply/reply.ts';
import type { Told } from './to-text.ts';

/** Decides what is told of a log that grows: a finding in full once, and later only how often it came since. */
export interface Follower {
  /** Takes a line. */
  readonly add: (line: string) => void;
  /** What is new since the last call: a reply that holds only findings that were not told, and counts of those that were. */
  readonly news: () => News;
}

/** What there is to tell. */
export interface News {
  /** Null when no finding is new. */
  readonly reply: Told | null;
  /** Known findings that came again, the most frequent first. */
  readonly again: readonly { readonly answer: FindingAnswer; readonly count: number }[];
}

/** Older lines no longer count as evidence beside new ones; so much is remembered, however fast a log grows. */
const MOST_LINES = 2_000;
/** With more different findings than this, the first ones are told again. */
const MOST_TOLD = 5_000;

/** What only a whole log has: lines that nobody knows would come again and again. */
const NO_WHOLE = { fixVerdicts: [], timeline: null, unknown: [] } as const;

/** Starts to follow; `answer` answers all lines that are remembered as one paste. */
export function createFollower(answer: (paste: string) => Reply): Follower {
  let lines: string[] = [];
  let fresh = 0;
  const told = new Set<string>();
  return {
    add(line) {
      lines.push(line);
      fresh += 1;
      if (lines.length > 2 * MOST_LINES) lines = lines.slice(-MOST_LINES);
    },
    news() {
      const firstFresh = Math.max(0, lines.length - fresh) + 1;
      fresh = 0;
      const reply = answer(lines.join('\n'));
      const isFresh = ({ lines: at }: FindingAnswer): boolean => at.some((line) => line >= firstFresh);
      const answers = reply.answers.filter(isFresh);
      const unknown = answers.filter((one) => !told.has(keyOf(one)));
      const again = answers
        .filter((one) => told.has(keyOf(one)))
        .map((one) => ({ answer: one, count: one.lines.filter((line) => line >= firstFresh).length }))
        .toSorted((a, b) => b.count - a.count);
      if (told.size > MOST_TOLD) told.clear();
      for (const one of unknown) told.add(keyOf(one));
      const [lead] = unknown;
      const { note } = reply;
      return { reply: lead ? { ...NO_WHOLE, headline: lead.title, note, answers: unknown } : null, again };
    },
  };
}

/** The same error of the same site and upstream. */
function keyOf({ entry, signature, facts }: FindingAnswer): string {
  return JSON.stringify([entry ?? signature.template, facts.get('server') ?? '', facts.get('upstream.address') ?? '']);
}
