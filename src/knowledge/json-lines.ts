/** Reads bytes of a file. Throws what reading throws, and where the file ends too early. */
export type ReadAt = (from: number, length: number) => Buffer;

/** How long some neighbouring lines of a file of JSON lines are, in bytes with their line feeds. */
export interface LineLengths {
  readonly sum: number;
  readonly each: readonly number[];
}

/** Some neighbouring lines of a file of JSON lines. */
export interface JsonLines<T> {
  /** The value of a line, read and parsed when it is first asked for. Throws RangeError for a number that has no line. */
  readonly at: (number: number) => T;
  readonly all: () => readonly T[];
}

/** Opens the lines that start at `start`. */
export function openJsonLines<T>(read: ReadAt, start: number, { each }: LineLengths): JsonLines<T> {
  const parsed: (T | undefined)[] = [];
  let starts: readonly number[] | null = null;
  const at = (number: number): T => {
    const known = parsed[number];
    if (known !== undefined) return known;
    starts ??= startsOf(start, each);
    const from = starts[number];
    const length = each[number];
    if (from === undefined || length === undefined) throw new RangeError(`there is no line ${number}`);
    const value: T = JSON.parse(read(from, length).toString());
    parsed[number] = value;
    return value;
  };
  return { at, all: () => each.map((_, number) => at(number)) };
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
