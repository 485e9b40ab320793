import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { CACHE } from './cache.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The terminal tool and the bot as they are published. */
export const CLI = join(ROOT, 'dist', 'cli.cjs');
export const BOT = join(ROOT, 'dist', 'bot.js');
/** The terminal tool as a V8 reads it that has no compiled code of it. */
export const CLI_ANEW = join(ROOT, 'dist', 'terminal.cjs');
/** The compiled knowledge that both open. */
export const KNOWLEDGE = join(ROOT, 'dist', 'knowledge.jsonl');
/** A program that does nothing: what Node itself takes. */
export const EMPTY = join(CACHE, 'empty.mjs');

/** Builds what is measured: `npm run build`, and an empty program to compare with. Throws where the terminal tool does not start. */
export async function buildAll(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(EMPTY, '');
  const run = promisify(execFile);
  await run(process.execPath, ['scripts/build.ts'], { cwd: ROOT });
  // a tool that fails to start is fast, and ends as it does where it has nothing to explain
  await run(process.execPath, [CLI, '--version']);
}

/** Bundles a TypeScript file of this folder, so that no run pays for stripping its types. */
export async function bundle(name: string): Promise<string> {
  const outfile = join(CACHE, `${name.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'warning',
  });
  return outfile;
}
