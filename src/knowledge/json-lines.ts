/** Some of the lines of a file of JSON lines. */
export interface JsonLines<T> {
  /** The value of a line, parsed when it is first asked for. Throws RangeError for a number that has no line. */
  readonly at: (number: number) => T;
  readonly all: () => readonly T[];
  /** Offset of the first byte behind them. */
  readonly end: number;
}

/** Opens the lines that start at `start`; `lengths` are in bytes, with the line feed. */
export function openJsonLines<T>(bytes: Buffer, start: number, lengths: readonly number[]): JsonLines<T> {
  const starts = [start];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  const parsed = new Map<number, T>();
  const at = (number: number): T => {
    const known = parsed.get(number);
    if (known !== undefined) return known;
    const from = starts[number];
    const to = starts[number + 1];
    if (from === undefined || to === undefined) throw new RangeError(`there is no line ${number}`);
    const value: T = JSON.parse(bytes.toString('utf8', from, to));
    parsed.set(number, value);
    return value;
  };
  return { at, all: () => lengths.map((_, number) => at(number)), end: starts.at(-1) ?? start };
}

/** One line: a value as JSON and a line feed. */
export function toJsonLine(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
