import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import TailFile from '@logdna/tail-file';
import { InputError } from './input-error.ts';
import { createLineSplitter } from './split-lines.ts';

/** One new line of a followed file. */
export interface FollowedLine {
  readonly name: string;
  readonly text: string;
}

/** Files that are being followed. */
export interface Following {
  readonly stop: () => Promise<void>;
}

/** How often a file is looked at; writers are not waited for longer. */
const POLL_MS = 250;

/** Follows files from their ends, through rotation by renaming and by truncation. `onTrouble` hears of files that are away or can't be
 * read; they are waited for. Throws InputError for a file that does not exist when it starts. */
export async function followFiles(
  names: readonly string[],
  onLine: (line: FollowedLine) => void,
  onTrouble: (name: string, problem: string) => void,
): Promise<Following> {
  const missing = names.filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile() !== true);
  if (missing.length > 0) throw new InputError(`can't follow ${missing.join(', ')}: there is no such file`);
  const tails = names.map((name) => {
    const tail = new TailFile(name, { pollFileIntervalMs: POLL_MS, maxPollFailures: Number.MAX_SAFE_INTEGER });
    const splitter = createLineSplitter((text) => onLine({ name, text }));
    const stream: Readable = tail;
    stream.on('data', (bytes: Buffer) => splitter.push(bytes));
    tail.on('tail_error', (error: Error) => onTrouble(name, error.message));
    return tail;
  });
  await Promise.all(tails.map((tail) => tail.start()));
  return { stop: async () => void (await Promise.all(tails.map((tail) => tail.quit()))) };
}
