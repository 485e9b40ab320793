import type { Reply } from '../core/reply/reply.ts';
import type { Scan } from '../core/scan/scan-log.ts';
import type { InputRange } from './line-names.ts';
import { createLineSplitter } from './split-lines.ts';

/** What answers: a paste as a whole, and a log of any length line by line. */
export interface Answering {
  readonly answer: (paste: string) => Reply;
  readonly openLog: () => {
    readonly add: (line: string) => void;
    readonly finish: () => { readonly reply: Reply; readonly scan: Scan };
  };
}

/** Something to read: its name and its text as UTF-8, in pieces that may be over when the next one is asked for. */
export interface NamedText {
  readonly name: string;
  readonly pieces: AsyncIterable<Buffer>;
}

/** The answer to everything that was read, as if it were one paste: a backend's log may prove what nginx's only hints at. */
export interface Answered {
  readonly reply: Reply;
  readonly inputs: readonly InputRange[];
  /** Null where the text was short enough to be read as a paste. */
  readonly scan: Scan | null;
}

/** A longer text is a log: it is summed up line by line, and holds no verdict for every line. In UTF-16 units. */
const LONGEST_PASTE = 1_000_000;
/** Line breaks to the paste's reader that are none to `sed -n` and editors; lines are counted as those count. */
const OTHER_BREAKS = /\r(?!\n)|[\u2028\u2029]/g;

/** Reads all of it in order and answers once. Memory stays bounded, however long it is. Throws what the texts throw. */
export async function answerInputs(texts: readonly NamedText[], answering: Answering): Promise<Answered> {
  const reading = createReading(answering);
  const inputs: InputRange[] = [];
  for (const { name, pieces } of texts) {
    const before = reading.lines();
    for await (const piece of pieces) reading.push(piece);
    reading.endInput();
    inputs.push({ name, firstLine: before + 1, lineCount: reading.lines() - before });
  }
  return { inputs, ...reading.finish() };
}

/** Collects a paste until it is too long for one, then goes on as a log. */
function createReading(answering: Answering) {
  let collected: string[] = [];
  let length = 0;
  let log: ReturnType<Answering['openLog']> | null = null;

  const take = (line: string): void => {
    if (log) {
      log.add(line);
      return;
    }
    collected.push(line.replace(OTHER_BREAKS, ' '));
    length += line.length + 1;
    if (length <= LONGEST_PASTE) return;
    log = answering.openLog();
    for (const earlier of collected) log.add(earlier);
    collected = [];
  };
  const splitter = createLineSplitter(take);

  return {
    push: splitter.push,
    endInput: splitter.end,
    lines: splitter.count,
    finish: (): { readonly reply: Reply; readonly scan: Scan | null } =>
      log ? log.finish() : { reply: answering.answer(collected.join('\n')), scan: null },
  };
}
