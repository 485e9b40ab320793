import type { ErrorFacts, OtherFacts } from './case-facts.ts';

type LineFacts = ErrorFacts | OtherFacts;

/** The lines that `others` don't hold as well. Two lines with the same facts in one paste are two lines, so each repetition
 * takes away one. Where a line stood doesn't make it another line. */
export function withoutRepeated<T extends LineFacts>(lines: readonly T[], others: readonly LineFacts[]): readonly T[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(identityOf(line), (left.get(identityOf(line)) ?? 0) + 1);
  return lines.filter((line) => {
    const identity = identityOf(line);
    const count = left.get(identity) ?? 0;
    if (count > 0) left.set(identity, count - 1);
    return count === 0;
  });
}

const identityOf = (line: LineFacts): string => JSON.stringify({ ...line, paste: 0, line: 0 });
