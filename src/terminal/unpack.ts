import { once } from 'node:events';
import type { ZstdDecompress } from 'node:zlib';

const LONGEST_MAGIC = 4;
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Of zstd's skippable frames, which pzstd writes; their first byte is 0x50 to 0x5f. */
const SKIPPABLE = Buffer.from([0x2a, 0x4d, 0x18]);

/** The bytes of a log as nginx wrote them: gzip and zstd are recognised by their first bytes, whatever the file's name says;
 * anything else passes through. A chunk may be over when the next one is asked for. Throws what node:zlib throws for damaged
 * data. */
export async function* unpack(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = createSource(chunks);
  const head = await source.peek();
  if (isZstd(head)) yield* unpackFrames(source);
  else if (startsWith(head, GZIP)) yield* gunzip(source);
  else yield* source.rest();
}

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

function isZstd(bytes: Buffer): boolean {
  const isSkippable = ((bytes[0] ?? 0) & 0xf0) === 0x50 && startsWith(bytes.subarray(1), SKIPPABLE);
  return startsWith(bytes, ZSTD) || isSkippable;
}

async function* gunzip(source: Source): AsyncIterable<Buffer> {
  const [{ createGunzip }, { Readable }] = await Promise.all([import('node:zlib'), import('node:stream')]);
  const packed = Readable.from(copied(source.rest()));
  const decoder = createGunzip();
  packed.on('error', (error) => decoder.destroy(error));
  yield* packed.pipe(decoder);
}

/** Node's decompressor ends silently where the first frame does, and a log that was appended to has several. */
async function* unpackFrames(source: Source): AsyncIterable<Buffer> {
  const { createZstdDecompress } = await import('node:zlib');
  while (isZstd(await source.peek())) {
    const decoder = createZstdDecompress();
    const fed = feedFrame(source, decoder).catch((error: Error) => decoder.destroy(error));
    yield* decoder;
    await fed;
  }
}

/** Writes until the frame ends, and gives back what belongs to the next one. */
async function feedFrame(source: Source, decoder: ZstdDecompress): Promise<void> {
  const ended = once(decoder, 'end');
  for await (const chunk of source.rest()) {
    const before = decoder.bytesWritten;
    const written = new Promise<void>((resolve) => decoder.write(chunk, () => resolve()));
    await Promise.race([ended, written]);
    const used = decoder.bytesWritten - before;
    if (used < chunk.length || decoder.readableEnded) return source.giveBack(chunk.subarray(used));
  }
  decoder.end();
}

/** A stream reads ahead, so the chunks that it holds must last. */
async function* copied(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Chunks of which the first can be looked at, and given back. */
interface Source {
  /** The next bytes, four where there are as many. */
  readonly peek: () => Promise<Buffer>;
  readonly giveBack: (bytes: Buffer) => void;
  readonly rest: () => AsyncIterable<Buffer>;
}

function createSource(chunks: AsyncIterable<Buffer>): Source {
  const iterator = chunks[Symbol.asyncIterator]();
  let ahead = Buffer.alloc(0);
  return {
    peek: async () => {
      while (ahead.length < LONGEST_MAGIC) {
        const { value, done } = await iterator.next();
        if (done) break;
        ahead = Buffer.concat([ahead, value]);
      }
      return ahead;
    },
    giveBack: (bytes) => {
      ahead = Buffer.concat([bytes, ahead]);
    },
    rest: async function* () {
      while (true) {
        const next = ahead.length > 0 ? ahead : await iterator.next().then(({ value, done }) => (done ? null : value));
        ahead = Buffer.alloc(0);
        if (next === null) return;
        yield next;
      }
    },
  };
}
