import { statSync } from 'node:fs';
import { toInputError } from './input-error.ts';
import { readBytes } from './read-bytes.ts';
import { toUtf8 } from './to-utf8.ts';
import { unpack } from './unpack.ts';

/** The text of a file, or of standard input where the name is `-`, as UTF-8 in pieces that are over when the next one is asked
 * for; gzip and zstd are unpacked on the way. `onBytes` hears how many bytes were read, packed. Throws InputError. */
export async function* openInput(name: string, onBytes: (count: number) => void): AsyncIterable<Buffer> {
  try {
    yield* toUtf8(unpack(counted(readBytes(name), onBytes)));
  } catch (error) {
    throw toInputError(name, error);
  }
}

/** Bytes on disk of all inputs together; null where one of them is no file, so that nobody can tell. */
export function sizeOfInputs(names: readonly string[]): number | null {
  const sizes = names.map((name) => (name === '-' ? undefined : statSync(name, { throwIfNoEntry: false })));
  return sizes.every((stat) => stat?.isFile()) ? sizes.reduce((sum, stat) => sum + (stat?.size ?? 0), 0) : null;
}

async function* counted(chunks: AsyncIterable<Buffer>, onBytes: (count: number) => void): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}
