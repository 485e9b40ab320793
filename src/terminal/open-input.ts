import { createReadStream, statSync } from 'node:fs';
import { toInputError } from './input-error.ts';
import { unpack } from './unpack.ts';

const BYTES_AT_ONCE = 256 * 1024;

/** Text of a file, or of standard input where the name is `-`, in pieces as they come; gzip and zstd are unpacked on the way.
 * `onBytes` hears how many bytes were read, packed. Throws InputError. */
export async function* openInput(
  name: string,
  stdin: AsyncIterable<Buffer>,
  onBytes: (count: number) => void,
): AsyncIterable<string> {
  const source: AsyncIterable<Buffer> = name === '-' ? stdin : createReadStream(name, { highWaterMark: BYTES_AT_ONCE });
  try {
    yield* decodeText(unpack(counted(source, onBytes)));
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

/** UTF-8, or what PowerShell's `>` writes: UTF-16 with its mark. A byte that is neither becomes U+FFFD. */
async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncIterable<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}
