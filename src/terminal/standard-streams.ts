import { fstatSync, writeSync } from 'node:fs';

/** Descriptors that every process has. */
export const STANDARD_INPUT = 0;
export const STANDARD_OUTPUT = 1;

/** False for files and pipes. Only a device is worth loading Node's streams for, which then know whether it is a terminal. */
export function mayBeTerminal(descriptor: number): boolean {
  return fstatSync(descriptor).isCharacterDevice();
}

/** Writes to standard output. Throws EPIPE, or ends the process quietly, when the reader has gone away. */
export function writeOut(text: string): void {
  if (mayBeTerminal(STANDARD_OUTPUT)) listened(process.stdout).write(text);
  else writeAll(Buffer.from(text));
}

/** Writes to standard error. */
export function writeError(text: string): void {
  listened(process.stderr).write(text);
}

/** A reader that shares its end may have made the pipe non-blocking; Node's stream can wait for it. */
function writeAll(bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(STANDARD_OUTPUT, bytes, written);
    } catch (error) {
      if (!hasCode(error, 'EAGAIN')) throw error;
      listened(process.stdout).write(bytes.subarray(written));
      return;
    }
  }
}

function listened(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listenerCount('error') > 0 ? stream : stream.on('error', stopOnClosedPipe);
}

/** `nginx-why … | head` closes the pipe while there is more to say: nothing is wrong. Throws any other error. */
export function stopOnClosedPipe(error: unknown): void {
  if (!hasCode(error, 'EPIPE')) throw error;
  process.exit(process.exitCode ?? 0);
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
