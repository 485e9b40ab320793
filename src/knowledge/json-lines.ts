import { once, oncePerKey } from '../core/once.ts';

/** Reads bytes of a file. Throws what reading throws, and where the file ends too early. */
export type ReadAt = (from: number, length: number) => Buffer;

/** How long some neighbouring lines of a file of JSON lines are, in bytes with their line feeds. */
export interface LineLengths {
  readonly sum: number;
  readonly each: readonly number[];
}

/** Some neighbouring lines of a file of JSON lines. */
export interface JsonLines<T> {
  readonly count: number;
  /** The value of a line, read and parsed when it is asked for. Throws RangeError for a number that has no line. */
  readonly at: (number: number) => T;
  /** The value of the first line that starts so; null where none does. Reads all lines, and parses one; asking again costs nothing. */
  readonly find: (start: string) => T | null;
  readonly all: () => readonly T[];
}

/** Opens the lines that start at `start`. */
export function openJsonLines<T>(read: ReadAt, start: number, { sum, each }: LineLengths): JsonLines<T> {
  const starts = once(() => startsOf(start, each));
  const at = (number: number): T => {
    const from = starts()[number];
    const length = each[number];
    if (from === undefined || length === undefined) throw new RangeError(`there is no line ${number}`);
    return JSON.parse(read(from, length).toString());
  };
  const find = oncePerKey((words: string): T | null => {
    const bytes = read(start, sum);
    const from = bytes.indexOf(`\n${words}`) + 1;
    if (from === 0 && !bytes.toString('utf8', 0, Buffer.byteLength(words)).startsWith(words)) return null;
    return JSON.parse(bytes.toString('utf8', from, bytes.indexOf('\n', from)));
  });
  return { count: each.length, at, find, all: () => each.map((_, number) => at(number)) };
}

/** The same lines; each is read once, and its value is one and the same for all who ask. */
export function rememberLines<T>({ count, at, find }: JsonLines<T>): JsonLines<T> {
  const remembered = oncePerKey(at);
  return { count, at: remembered, find, all: () => Array.from({ length: count }, (_, number) => remembered(number)) };
}

function startsOf(start: number, lengths: readonly number[]): readonly number[] {
  let at = start;
  return lengths.map((length) => {
    const from = at;
    at += length;
    return from;
  });
}

/** One line: a value as JSON and a line feed. */
export function toJsonLine(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
