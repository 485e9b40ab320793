import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;

/** Hands over every line of a file as a latin1 string of its own, without its line feed; a line longer than a chunk in pieces. */
export function readLines(file: string, add: (line: string) => void): void {
  const handle = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let kept = 0;
  for (let read = -1; read !== 0; ) {
    read = readSync(handle, buffer, kept, CHUNK - kept, null);
    const end = kept + read;
    let from = 0;
    for (let at = buffer.indexOf(10); at >= 0 && at < end; at = buffer.indexOf(10, from)) {
      add(buffer.toString('latin1', from, at));
      from = at + 1;
    }
    if (from < end && (read === 0 || (from === 0 && end === CHUNK))) {
      add(buffer.toString('latin1', from, end));
      from = end;
    }
    buffer.copy(buffer, 0, from, end);
    kept = end - from;
  }
  closeSync(handle);
}
