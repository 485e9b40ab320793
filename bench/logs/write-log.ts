import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import type { LogLine, Truth } from './line.ts';
import type { NextLines } from './log-kinds.ts';

const FLUSH_AT = 1 << 20;

/** Writes a log of exactly so many lines, and its labels beside it (`.labels`, `.kinds`). A log that goes on is cut there. */
export function writeLog(
  file: string,
  lines: number,
  next: NextLines,
  rightNames: (truth: Truth) => readonly string[],
): void {
  const labeller = createLabeller(lines, rightNames);
  const unfinished = `${file}.unfinished`;
  const handle = openSync(unfinished, 'w');
  let waiting = '';
  let written = 0;
  for (let index = 0; written < lines; index += 1) {
    for (const line of next(index).slice(0, lines - written)) {
      waiting += `${line.text}\n`;
      labeller.label(written, line);
      written += 1;
    }
    if (waiting.length < FLUSH_AT) continue;
    writeSync(handle, waiting);
    waiting = '';
  }
  writeSync(handle, waiting);
  closeSync(handle);
  writeFileSync(`${file}.labels`, labeller.ofLine);
  writeFileSync(`${file}.kinds`, JSON.stringify(labeller.kinds()));
  renameSync(unfinished, file);
}

function createLabeller(lines: number, rightNames: (truth: Truth) => readonly string[]) {
  const ofLine = new Uint16Array(lines);
  const kinds = new Map<string, { index: number; what: string; names: readonly string[] }>();
  return {
    ofLine,
    label: (index: number, { truth }: LogLine): void => {
      const what = truth.kind === 'error' ? truth.error.message.template : truth.kind;
      const names = rightNames(truth);
      const key = `${what}\n${names.join('\n')}`;
      const kind = kinds.get(key) ?? { index: kinds.size, what, names };
      kinds.set(key, kind);
      ofLine[index] = kind.index;
    },
    kinds: () => [...kinds.values()].map(({ what, names }) => ({ what, names })),
  };
}
