import type { LogRecord } from '../core/records/log-record.ts';
import type { Reply } from '../core/reply/reply.ts';
import type { Scan } from '../core/scan/scan-log.ts';
import { runInTurns, type Steps } from '../core/steps.ts';
import type { NamePlaces } from '../core/verdict/fix-evidence.ts';
import type { SinceFix } from '../core/verdict/since-fix.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { createLineNames, type InputRange, type NameLines } from './line-names.ts';
import { createLineSplitter } from './split-lines.ts';

/** What answers: files short enough to be read whole, and logs of any length line by line. */
export interface Answering {
  readonly answerFiles: (
    files: readonly (readonly string[])[],
    since: SinceFix | null,
    namePlaces: NamePlaces,
  ) => Steps<Reply>;
  readonly openLog: (since: SinceFix | null) => {
    readonly add: (line: string) => void;
    readonly endFile: () => void;
    readonly finish: (namePlaces: NamePlaces) => Steps<{ readonly reply: Reply; readonly scan: Scan }>;
  };
}

/** Something to read: its name and its text as UTF-8, in pieces that may be over when the next one is asked for. */
export interface NamedText {
  readonly name: string;
  readonly pieces: AsyncIterable<Buffer>;
}

/** The answer to everything that was read, as one case: a backend's log may prove what nginx's only hints at. */
export interface Answered {
  readonly reply: Reply;
  readonly inputs: readonly InputRange[];
  /** Null where the text was short enough to be read as a paste. */
  readonly scan: Scan | null;
}

/** A longer text is a log: it is summed up line by line, and holds no verdict for every line. In UTF-16 units; every line costs as much
 * as some more of them. */
const LONGEST_PASTE = 1_000_000;
const COST_OF_LINE = 40;
/** Line breaks to the paste's reader that are none to `sed -n` and editors; lines are counted as those count. */
const OTHER_BREAKS = /\r(?!\n)|[\u2028\u2029]/g;

/** Reads all of it in order and answers once; with `since`, it also judges the fix that was applied then. Memory stays bounded,
 * however long it is. Throws what the texts throw. */
export async function answerInputs(
  texts: readonly NamedText[],
  since: SinceFix | null,
  answering: Answering,
): Promise<Answered> {
  const reading = createReading(since, answering);
  const inputs: InputRange[] = [];
  for (const { name, pieces } of texts) {
    const before = reading.lines();
    for await (const piece of pieces) reading.push(piece);
    reading.endInput();
    inputs.push({ name, firstLine: before + 1, lineCount: reading.lines() - before });
  }
  return { inputs, ...(await reading.finish(toNamePlaces(createLineNames(inputs)))) };
}

function toNamePlaces(nameLines: NameLines): NamePlaces {
  const lineOf = ({ at }: LogRecord): number => at[0] ?? 0;
  return (records) => nameLines([...new Set(records.map(lineOf))].toSorted((a, b) => a - b));
}

/** From here on a text is also read as the log that it may turn out to be: all of it at once would take long. */
const PERHAPS_A_LOG = 100_000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Collects files until they are too long for a paste, then goes on as a log. */
function createReading(since: SinceFix | null, answering: Answering) {
  let files: string[][] = [[]];
  let length = 0;
  let log: ReturnType<Answering['openLog']> | null = null;

  const take = (line: string): void => {
    log?.add(line);
    if (length > LONGEST_PASTE) return;
    length += line.length + COST_OF_LINE;
    files.at(-1)?.push(line.replace(OTHER_BREAKS, ' '));
    if (length > PERHAPS_A_LOG) log ??= asLog();
    if (length <= LONGEST_PASTE) return;
    files = [];
  };
  const asLog = (): ReturnType<Answering['openLog']> => {
    keepHeapSmall();
    const opened = answering.openLog(since);
    for (const [index, file] of files.entries()) {
      if (index > 0) opened.endFile();
      for (const line of file) opened.add(line);
    }
    return opened;
  };
  const splitter = createLineSplitter(take);

  return {
    push: splitter.push,
    endInput: () => {
      splitter.end();
      log?.endFile();
      files.push([]);
    },
    lines: splitter.count,
    finish: async (namePlaces: NamePlaces): Promise<{ readonly reply: Reply; readonly scan: Scan | null }> => {
      if (log && length > LONGEST_PASTE) return runInTurns(log.finish(namePlaces), nextTurn);
      return { reply: await runInTurns(answering.answerFiles(files, since, namePlaces), nextTurn), scan: null };
    },
  };
}
