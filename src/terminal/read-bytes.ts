import { close, fstatSync, open, read, readSync } from 'node:fs';
import { STANDARD_INPUT } from './standard-streams.ts';

const BYTES_AT_ONCE = 256 * 1024;
/** Code that runs for the first time is slow, so the first pieces are small. */
const FIRST_BYTES = 32 * 1024;
const FIRST_PIECES = 16;

/** The bytes of a file, or of standard input where the name is `-`, in pieces as they come. All pieces share one buffer: each
 * is over when the next one is asked for. Node's streams would read the same, with a new buffer for each piece and twenty
 * modules more to load before the first. Throws what node:fs throws. */
export async function* readBytes(name: string): AsyncIterable<Buffer> {
  const file = name === '-' ? STANDARD_INPUT : await openFile(name);
  const buffer = Buffer.allocUnsafeSlow(BYTES_AT_ONCE);
  const fill = fstatSync(file).isFile() ? fillAtOnce : fillWhenReady;
  const small = buffer.subarray(0, FIRST_BYTES);
  try {
    for (let piece = 0; ; piece += 1) {
      const count = await fill(piece < FIRST_PIECES ? small : buffer, file);
      if (count === 0) break;
      yield buffer.subarray(0, count);
    }
  } catch (error) {
    if (!(file === STANDARD_INPUT && isNotReady(error))) throw error;
    yield* process.stdin;
  } finally {
    if (file !== STANDARD_INPUT) await closeFile(file);
  }
}

function openFile(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    open(name, (error, file) => (error ? reject(error) : resolve(file)));
  });
}

/** A file gives its bytes faster than another thread could be woken; whoever waits gets a turn before. */
async function fillAtOnce(buffer: Buffer, file: number): Promise<number> {
  await new Promise((resolve) => setImmediate(resolve));
  return readSync(file, buffer, 0, buffer.length, null);
}

/** How many bytes came; 0 at the end. Windows tells the end of a pipe by an error. */
function fillWhenReady(buffer: Buffer, file: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(file, buffer, 0, buffer.length, null, (error, count) => {
      if (error === null) resolve(count);
      else if (error.code === 'EOF') resolve(0);
      else reject(error);
    });
  });
}

function closeFile(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    close(file, (error) => (error ? reject(error) : resolve()));
  });
}

/** Another process made the descriptor that it shares with this one non-blocking; Node's stream can wait for it. */
const isNotReady = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';
