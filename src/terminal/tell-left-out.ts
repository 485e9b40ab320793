import { groupDigits } from '../core/reply/group-digits.ts';
import type { Scan } from '../core/scan/scan-log.ts';

/** How much of a log was read, and what the bounds left out of its counts; empty for a paste. Ends with a line break. */
export function tellLeftOut(scan: Scan | null): string {
  if (scan === null) return '';
  const { lines, errors } = scan.totals;
  const read = `\nRead ${groupDigits(lines)} lines, ${groupDigits(errors)} of them nginx's errors.`;
  if (scan.leftOut === 0) return `${read}\n`;
  return `${read} ${groupDigits(scan.leftOut)} are in no count:\nthey belong to more kinds and places than are kept apart.\n`;
}
