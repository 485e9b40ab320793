import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** What V8 made of a script when it ran. Another V8 refuses it, and compiles the script as if there were none. */
export type CompiledCode = Buffer<ArrayBuffer>;

/** Where the compiled code of a bundle lies, for the Node that runs. Its bytes are good for one V8 on one kind of machine. */
export function compiledCodeFile(bundle: string): string {
  const { platform, arch, versions } = process;
  return `${bundle}.${platform}-${arch}.${versions.v8}.code`;
}

/** A CommonJS file as Node's loader would read it; it can `require`, and not `import`. Source: Node's documentation, "The module wrapper" and `vm.Script`. */
export function toScript(bundle: string, cachedData?: CompiledCode): Script {
  const source = readFileSync(bundle, 'utf8');
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData,
  });
}

/** Runs it as Node's loader would. */
export function runScript(script: Script, bundle: string): void {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
}
