import { getDirectives } from '@nginx/reference-lib';
import type { ConfigDirective } from '../../../src/core/config/config-directive.ts';
import { type Configuration, toConfiguration } from '../../../src/core/config/configuration.ts';
import { readForest } from '../../../src/core/config/read-forest.ts';
import { splitPaste } from '../../../src/core/paste/split-paste.ts';
import { findErrorHead } from '../../../src/core/records/error-head.ts';

const NAMES = new Set(getDirectives().map(({ name }) => name));

/** The configuration in a paste, whose log lines stand between its pieces. */
export function configurationOf(paste: string): Configuration {
  const lines = splitPaste(paste).map((line) => (findErrorHead(line.text) ? null : line));
  return toConfiguration(readForest(lines, (name) => NAMES.has(name)));
}

/** The same for lines that nothing has to be peeled off. */
export function configurationOfFile(text: string): Configuration {
  const lines = text.split('\n').map((line, index) => ({ text: line, at: [index + 1], program: null, prefix: '' }));
  return toConfiguration(readForest(lines, (name) => NAMES.has(name)));
}

/** `server(listen 80; location /(return 200;))`: one line that shows the tree. */
export function outline(directives: readonly ConfigDirective[]): string {
  return directives
    .map(({ name, args, inside }) => {
      const words = [name, ...args].join(' ');
      return inside === null ? `${words};` : `${words}(${outline(inside)})`;
    })
    .join(' ');
}

/** The outermost directives of a paste: those that no other one holds. */
export function outermost({ all }: Configuration): readonly ConfigDirective[] {
  const held = new Set(all.flatMap(({ inside }) => inside ?? []));
  return all.filter((directive) => !held.has(directive));
}
