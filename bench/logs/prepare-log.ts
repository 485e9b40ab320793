import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../../src/core/knowledge.ts';
import { CACHE } from '../cache.ts';
import { LOG_KINDS, type LogKind } from './log-kinds.ts';
import { createRightNames } from './right-names.ts';
import { writeLog } from './write-log.ts';

/** A log on disk, with what each of its lines is. */
export interface PreparedLog {
  readonly file: string;
  readonly lines: number;
}

/** The right names of every line. */
export interface Labels {
  /** Distinct ones: what such lines are for a person, and every name that is right for them; no names for lines without one. */
  readonly kinds: readonly { readonly what: string; readonly names: readonly string[] }[];
  /** Index into `kinds` of line number `index + 1`. */
  readonly ofLine: Uint16Array;
}

const GENERATOR = ['.', '../../src/core/messages'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Makes a log, or finds the one that was made before from the same knowledge by the same generator. `catalogue` names a
 * knowledge that was cut or grown. */
export function prepareLog(kind: LogKind, lines: number, knowledge: Knowledge, catalogue = 'all'): PreparedLog {
  const name = `${kind}-${lines}-${catalogue}`;
  const file = join(CACHE, `${name}-${fingerprint(knowledge)}.log`);
  if (existsSync(file)) return { file, lines };
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) if (old.startsWith(`${name}-`)) rmSync(join(CACHE, old));
  writeLog(file, lines, LOG_KINDS[kind](knowledge), createRightNames(knowledge));
  return { file, lines };
}

/** Reads what the lines of a log are. */
export function readLabels({ file }: PreparedLog): Labels {
  const bytes = readFileSync(`${file}.labels`);
  return {
    kinds: JSON.parse(readFileSync(`${file}.kinds`, 'utf8')),
    ofLine: new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2),
  };
}

/** Changes with everything that a log is made from. */
function fingerprint(knowledge: Knowledge): string {
  const hash = createHash('sha256').update(JSON.stringify(knowledge));
  for (const folder of GENERATOR) {
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
