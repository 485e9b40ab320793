/** Cuts text that comes in pieces into lines. */
export interface LineSplitter {
  readonly push: (text: string) => void;
  /** The text is over: what has no line feed is a line too. */
  readonly end: () => void;
  /** Lines so far. */
  readonly count: () => number;
}

/** Longer lines are cut there, so that a file without a line feed needs no more memory than any other. */
const LONGEST_LINE = 1_000_000;

/** `onLine` gets each line without its line feed and carriage return. */
export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  let open = '';
  let lines = 0;

  const emit = (line: string): void => {
    lines += 1;
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  };
  const keep = (rest: string): void => {
    if (open.length < LONGEST_LINE) open += rest.slice(0, LONGEST_LINE);
  };

  return {
    push: (text) => {
      let from = 0;
      for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', from)) {
        if (open === '') {
          emit(text.slice(from, feed));
        } else {
          keep(text.slice(from, feed));
          emit(open);
          open = '';
        }
        from = feed + 1;
      }
      if (from < text.length) keep(text.slice(from));
    },
    end: () => {
      if (open !== '') emit(open);
      open = '';
    },
    count: () => lines,
  };
}
