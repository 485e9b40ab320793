import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type CompiledCode, compiledCodeFile, runScript, toScript } from './bundle-script.ts';

// The published command. It runs the terminal tool's bundle from what V8 made of it when it was built, which takes two thirds of the time
// that reading it anew does; a V8 without such a file reads it anew. Nothing is written.

const bundle = fileURLToPath(new URL('./terminal.cjs', import.meta.url));
const code = readCode(compiledCodeFile(bundle));
if (code) runScript(toScript(bundle, code), bundle);
else createRequire(bundle)(bundle);

function readCode(file: string): CompiledCode | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
