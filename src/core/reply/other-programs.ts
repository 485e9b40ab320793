import type { CompanionRecord, LogRecord } from '../records/log-record.ts';
import { describeLines } from './wording.ts';

const MOST_TOLD = 3;

/** What lines of other programs say, where no line of nginx's stands beside them: Passenger writes into nginx's error log, and people
 * paste the backend's log first. Null when no such line says anything. */
export function describeOtherPrograms(records: readonly LogRecord[]): string | null {
  const companions = records.filter((record) => record.kind === 'companion');
  if (companions.length === 0) return null;
  const byMeaning = Map.groupBy(companions, ({ pattern }) => pattern.means);
  return [...byMeaning]
    .slice(0, MOST_TOLD)
    .map(([means, lines]) => `${means} (${describeProgram(lines)})`)
    .join(' ');
}

function describeProgram(lines: readonly CompanionRecord[]): string {
  return `${lines[0]?.program ?? ''}, ${describeLines(lines.flatMap(({ at }) => at))}`;
}
