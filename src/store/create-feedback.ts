import type { DatabaseSync } from 'node:sqlite';

/** What people said about answers, counted by entry and cause; never who said it, nor about which lines. */
export interface Feedback {
  readonly add: (entry: string, cause: string, verdict: FeedbackVerdict) => void;
  /** Ordered by entry, cause and verdict. */
  readonly counts: () => readonly FeedbackCount[];
}

export type FeedbackVerdict = 'fixed' | 'not-it';

export interface FeedbackCount {
  readonly entry: string;
  readonly cause: string;
  readonly verdict: string;
  readonly count: number;
}

export function createFeedback(database: DatabaseSync): Feedback {
  const add = database.prepare(
    `INSERT INTO feedback (entry, cause, verdict, count) VALUES (:entry, :cause, :verdict, 1)
     ON CONFLICT DO UPDATE SET count = count + 1`,
  );
  const select = database.prepare('SELECT entry, cause, verdict, count FROM feedback ORDER BY entry, cause, verdict');
  return {
    add: (entry, cause, verdict) => void add.run({ entry, cause, verdict }),
    counts: () =>
      select.all().map(({ entry, cause, verdict, count }) => ({
        entry: String(entry),
        cause: String(cause),
        verdict: String(verdict),
        count: Number(count),
      })),
  };
}
