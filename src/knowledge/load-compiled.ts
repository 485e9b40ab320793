import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../core/knowledge.ts';

const BESIDE_BUNDLE = fileURLToPath(new URL('./knowledge.json', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'knowledge');
const COMPILED = join(ROOT, 'dist', 'knowledge.json');

/** The knowledge as one compiled JSON file: beside the bundle in the published package; in a checkout `dist/knowledge.json`,
 * compiled anew whenever a file below `knowledge/` is newer. Reads neither YAML nor schemas unless it must compile. */
export async function loadCompiledKnowledge(): Promise<Knowledge> {
  if (existsSync(BESIDE_BUNDLE)) return readCompiled(BESIDE_BUNDLE);
  if (isFresh(COMPILED, SOURCES)) return readCompiled(COMPILED);
  return compileKnowledge();
}

/** Checks the sources, writes `dist/knowledge.json` and returns what it wrote. Throws KnowledgeError for a file that can't be used. */
export async function compileKnowledge(): Promise<Knowledge> {
  const { loadKnowledge } = await import('./load-knowledge.ts');
  const knowledge = loadKnowledge(SOURCES);
  mkdirSync(dirname(COMPILED), { recursive: true });
  const unfinished = `${COMPILED}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(knowledge));
  renameSync(unfinished, COMPILED);
  return knowledge;
}

const readCompiled = (file: string): Knowledge => JSON.parse(readFileSync(file, 'utf8'));

function isFresh(compiled: string, sources: string): boolean {
  if (!existsSync(compiled)) return false;
  const made = statSync(compiled).mtimeMs;
  return readdirSync(sources, { recursive: true, encoding: 'utf8' }).every(
    (name) => statSync(join(sources, name)).mtimeMs <= made,
  );
}
