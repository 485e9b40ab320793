import { findOwnHead } from '../paste/split-glued.ts';
import type { Level } from '../records/error-head.ts';
import { readUsualHead } from './usual-head.ts';

/** What a line of nginx's error log starts with. */
export interface LineStart {
  readonly level: Level;
  /** As nginx wrote it, `YYYY/MM/DD HH:MM:SS`; null where it was not logged. */
  readonly time: string | null;
  /** Offset of the message. */
  readonly end: number;
}

const FURTHEST_HEAD = 300;

/** Null when the line has no head. Heads behind the envelopes of other programs are found by their bracket. */
export function readLineStart(line: string): LineStart | null {
  const usual = readUsualHead(line);
  if (usual) return usual;
  const bracket = line.indexOf('[');
  return bracket < 0 || bracket > FURTHEST_HEAD ? null : findOwnHead(line);
}
