import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherMacros, type Macros } from './macros.ts';
import { readSource, type SourceFile } from './source-file.ts';

/** A source tree, taken apart. */
export interface Tree {
  readonly files: readonly SourceFile[];
  readonly macros: Macros;
}

/** Reads every C or C++ file, header and Perl extension below a folder of `directory`. Throws when the folder isn't there. */
export function readTree(directory: string, folder = 'src'): Tree {
  const names = readdirSync(join(directory, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(c|h|xs|cc|cpp)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .toSorted();
  return toTree(names.map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') })));
}

/** The same from texts. */
export function toTree(sources: readonly { readonly name: string; readonly text: string }[]): Tree {
  const files = sources.map(({ name, text }) => readSource(name, text));
  return { files, macros: gatherMacros(files.flatMap(({ macros }) => macros)) };
}
