import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherMacros, type Macros } from './macros.ts';
import { readSource, type SourceFile } from './source-file.ts';

/** A source tree, taken apart. */
export interface Tree {
  readonly files: readonly SourceFile[];
  readonly macros: Macros;
}

/** Reads every C file, header and Perl extension below `directory`/src. Throws when there is none. */
export function readTree(directory: string): Tree {
  const names = readdirSync(join(directory, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(c|h|xs)$/.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .toSorted();
  return toTree(names.map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') })));
}

/** The same from texts. */
export function toTree(sources: readonly { readonly name: string; readonly text: string }[]): Tree {
  const files = sources.map(({ name, text }) => readSource(name, text));
  return { files, macros: gatherMacros(files.flatMap(({ macros }) => macros)) };
}
