/** Cuts UTF-8 that comes in pieces into lines. */
export interface LineSplitter {
  /** Takes a piece, and keeps nothing of it but a copy of the line that it leaves open. */
  readonly push: (bytes: Buffer) => void;
  /** The text is over: what has no line feed is a line too. */
  readonly end: () => void;
  /** Lines so far. */
  readonly count: () => number;
}

/** In bytes. Longer lines are cut there, so that a file without a line feed needs no more memory than any other. */
const LONGEST_LINE = 1_000_000;
const FEED = 0x0a;
const RETURN = 0x0d;
const NOTHING = Buffer.alloc(0);

/** `onLine` gets each line without its line feed and carriage return; a byte that is no UTF-8 becomes U+FFFD. Each line is a
 * string of its own, so that one that is kept keeps no other alive. */
export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  let open = NOTHING;
  let lines = 0;

  const emit = (bytes: Buffer, from: number, to: number): void => {
    lines += 1;
    onLine(bytes.toString(undefined, from, to > from && bytes[to - 1] === RETURN ? to - 1 : to));
  };
  const keep = (bytes: Buffer): void => {
    if (open.length < LONGEST_LINE) open = Buffer.concat([open, bytes.subarray(0, LONGEST_LINE - open.length)]);
  };
  const emitOpen = (): void => {
    const whole = open;
    open = NOTHING;
    emit(whole, 0, whole.length);
  };

  return {
    push: (bytes) => {
      let from = 0;
      for (let feed = bytes.indexOf(FEED); feed >= 0; feed = bytes.indexOf(FEED, from)) {
        if (open.length > 0) {
          keep(bytes.subarray(from, feed));
          emitOpen();
        } else {
          emit(bytes, from, feed);
        }
        from = feed + 1;
      }
      if (from < bytes.length) keep(bytes.subarray(from));
    },
    end: () => {
      if (open.length > 0) emitOpen();
    },
    count: () => lines,
  };
}
