import { closeSync, openSync, writeSync } from 'node:fs';
import type { Knowledge } from '../../src/core/knowledge.ts';
import { EVER_NEW_LINES, SAME_LINES } from './many-lines.ts';
import { nearMisses, otherPrograms } from './near-misses.ts';
import { ONE_LINE } from './one-line.ts';

/** Writes a hostile file of about so many bytes. */
export type WriteHostile = (file: string, bytes: number) => void;

/** All kinds of hostile input, by what they are. */
export function hostileInputs(knowledge: Knowledge): ReadonlyMap<string, WriteHostile> {
  const inputs = new Map<string, WriteHostile>();
  for (const [name, unit] of ONE_LINE) {
    const piece = unit.repeat(Math.ceil(65_536 / unit.length));
    inputs.set(name, (file, bytes) => write(file, bytes, () => piece));
  }
  const lines = [...SAME_LINES, ...EVER_NEW_LINES, ...nearMisses(knowledge), ...otherPrograms(knowledge)];
  for (const [name, line] of lines) {
    inputs.set(name, (file, bytes) => write(file, bytes, (index) => `${line(index)}\n`));
  }
  return inputs;
}

function write(file: string, bytes: number, piece: (index: number) => string): void {
  const handle = openSync(file, 'w');
  let written = 0;
  let waiting = '';
  for (let index = 0; written < bytes; index += 1) {
    waiting += piece(index);
    if (waiting.length < 65_536 && written + waiting.length < bytes) continue;
    written += writeSync(handle, waiting);
    waiting = '';
  }
  closeSync(handle);
}
