// Reads every message out of a source tree and compares with the catalogue:
// npm run messages:extract -- --nginx DIR [--lua DIR] [--all]
import { parseArgs } from 'node:util';
import { findActions } from './actions.ts';
import { readActions, readCatalogue } from './catalogue-file.ts';
import { PATHS } from './catalogue-paths.ts';
import { compareCatalogue, recallOf } from './compare.ts';
import { describeComparison } from './report.ts';
import { scanTree } from './scan.ts';
import { readTree, type Tree } from './tree.ts';

const { values } = parseArgs({
  options: { nginx: { type: 'string' }, lua: { type: 'string' }, all: { type: 'boolean', default: false } },
});

if (values.nginx === undefined) {
  console.error('Name an nginx source tree: npm run messages:extract -- --nginx DIR [--lua DIR] [--all]');
  process.exitCode = 2;
} else {
  const nginx = readTree(values.nginx);
  compareTree('nginx', nginx, PATHS.nginx);
  compareActions(nginx);
  // the lua module is built into nginx and uses its macros
  if (values.lua !== undefined) {
    const lua = readTree(values.lua);
    compareTree('lua', { files: lua.files, macros: new Map([...nginx.macros, ...lua.macros]) }, PATHS.lua);
  }
}

function compareTree(title: string, tree: Tree, catalogue: string): void {
  const known = readCatalogue(catalogue);
  const { messages, unread } = scanTree(tree);
  const comparison = compareCatalogue(known, messages);
  console.log(describeComparison(title, comparison, recallOf(known, comparison), unread, values.all));
}

function compareActions(tree: Tree): void {
  const known = new Set(readActions(PATHS.actions).map(({ action }) => action));
  const found = new Set(findActions(tree).map(({ action }) => action));
  const missing = [...known].filter((action) => !found.has(action));
  const additional = [...found].filter((action) => !known.has(action));
  console.log(`\nactions: ${known.size - missing.length} of ${known.size}`);
  for (const action of missing) console.log(`  not found in the source: ${action}`);
  for (const action of additional) console.log(`  not in the catalogue: ${action}`);
  console.log('');
}
