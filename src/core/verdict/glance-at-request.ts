import { readAccessLine } from '../records/read-access.ts';

/** As much of an access line as a verdict on a long log needs. */
export interface Glance {
  /** As logged. */
  readonly time: string;
  readonly uri: string;
  readonly status: number | null;
}

const TIME =
  /\[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] "(?:[A-Z]{3,20} ([^\s"]+) HTTP\/[\d.]+)" (\d{3}) /y;
const FURTHEST_BRACKET = 400;

/** Reads the usual form at a glance, and leaves anything else to `readAccessLine`, with which it always agrees. Null where the line
 * is no access line, or has no time. */
export function glanceAtRequest(line: string): Glance | null {
  const bracket = line.indexOf('[');
  if (bracket > 0 && bracket < FURTHEST_BRACKET) {
    TIME.lastIndex = bracket;
    const found = TIME.exec(line);
    if (found) return { time: found[1] ?? '', uri: found[2] ?? '', status: Number(found[3]) };
    // the head of an error line, by its look
    if (line.charCodeAt(4) === 0x2f && line.charCodeAt(13) === 0x3a) return null;
  }
  const fields = readAccessLine(line);
  return fields?.time == null ? null : { time: fields.time, uri: fields.uri ?? '', status: fields.status };
}
