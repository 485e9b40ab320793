import { findOwnHead } from '../paste/split-glued.ts';
import { type LineStart, readUsualHead } from '../records/usual-head.ts';

const FURTHEST_HEAD = 300;

/** Null when the line has no head. Heads behind the envelopes of other programs are found by their bracket. */
export function readLineStart(line: string): LineStart | null {
  const usual = readUsualHead(line);
  if (usual) return usual;
  const bracket = line.indexOf('[');
  const head = bracket < 0 || bracket > FURTHEST_HEAD ? null : findOwnHead(line);
  return (
    head && { level: head.level, timeAt: head.time === null ? -1 : line.indexOf(head.time, head.start), end: head.end }
  );
}
