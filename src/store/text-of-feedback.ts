import type { FeedbackCount } from './create-feedback.ts';

/** Counts of feedback as a table for a terminal, the most often contradicted causes first. Ends with a line break. */
export function textOfFeedback(counts: readonly FeedbackCount[]): string {
  if (counts.length === 0) return 'Nobody has said yet whether an answer helped.\n';
  const groups = Map.groupBy(counts, ({ entry, cause }) => `${entry} ${cause}`);
  const rows = [...groups].map(([name, of]) => ({ name, fixed: countOf(of, 'fixed'), notIt: countOf(of, 'not-it') }));
  const lines = rows
    .toSorted((a, b) => b.notIt - a.notIt || b.fixed - a.fixed)
    .map(({ name, fixed, notIt }) => `${String(fixed).padStart(7)} ${String(notIt).padStart(7)}  ${name}`);
  return `${['  fixed  not it  entry and cause', ...lines].join('\n')}\n`;
}

function countOf(counts: readonly FeedbackCount[], verdict: string): number {
  return counts.find((one) => one.verdict === verdict)?.count ?? 0;
}
