import {
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../core/knowledge.ts';
import { type CompiledFile, parseCompiledFile, toCompiledFile } from './compiled-file.ts';
import { UnusableKnowledgeError } from './unusable-knowledge-error.ts';

const BESIDE_BUNDLE = fileURLToPath(new URL('./knowledge.jsonl', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'knowledge');
const COMPILED = join(ROOT, 'dist', 'knowledge.jsonl');

/** Opens the compiled knowledge: beside the bundle in the published package; in a checkout `dist/knowledge.jsonl`, compiled anew
 * where anything below `knowledge/` is newer or another version wrote it. Reads neither YAML nor schemas unless it must
 * compile. Throws UnusableKnowledgeError where it can't, and what `writeCompiledKnowledge` throws where it does. */
export async function openCompiledKnowledge(): Promise<CompiledFile> {
  if (existsSync(BESIDE_BUNDLE)) return openInstalled(BESIDE_BUNDLE);
  return (isFresh(COMPILED, SOURCES) ? openFile(COMPILED) : null) ?? writeCompiledKnowledge();
}

/** The same, all of it at once. */
export async function loadCompiledKnowledge(): Promise<Knowledge> {
  return (await openCompiledKnowledge()).whole();
}

/** Opens the file that was installed with the program. Throws UnusableKnowledgeError. */
export function openInstalled(file: string): CompiledFile {
  const compiled = openFile(file);
  if (compiled === null) throw new UnusableKnowledgeError(file);
  return compiled;
}

/** The file stays open: what replaces it later, an update under a running bot, does not mix with what was read. */
function openFile(name: string): CompiledFile | null {
  const file = openSync(name, 'r');
  const readAt = (from: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    if (readSync(file, bytes, 0, length, from) !== length) throw new UnusableKnowledgeError(name);
    return bytes;
  };
  return parseCompiledFile(readAt, fstatSync(file).size);
}

/** Checks the sources, writes `dist/knowledge.jsonl` and opens it. Throws KnowledgeError for a file that can't be used. */
export async function writeCompiledKnowledge(): Promise<CompiledFile> {
  const { loadKnowledge } = await import('./load-knowledge.ts');
  mkdirSync(dirname(COMPILED), { recursive: true });
  const unfinished = `${COMPILED}.${process.pid}`;
  writeFileSync(unfinished, toCompiledFile(loadKnowledge(SOURCES)));
  renameSync(unfinished, COMPILED);
  return openInstalled(COMPILED);
}

/** The folder itself counts too: it is newer where something was taken away. */
function isFresh(compiled: string, sources: string): boolean {
  if (!existsSync(compiled)) return false;
  const made = statSync(compiled).mtimeMs;
  return ['.', ...readdirSync(sources, { recursive: true, encoding: 'utf8' })].every(
    (name) => statSync(join(sources, name)).mtimeMs <= made,
  );
}
