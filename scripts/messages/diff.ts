// Brings the catalogue to a release: npm run messages:diff -- --nginx DIR --release 1.33.0 [--dry-run]
import { parseArgs } from 'node:util';
import type { Action } from '../../src/knowledge/message-schema.ts';
import { findActions } from './actions.ts';
import { readActions, readCatalogue, writeActions, writeCatalogue } from './catalogue-file.ts';
import { PATHS, readRelease, writeRelease } from './catalogue-paths.ts';
import { compareCatalogue } from './compare.ts';
import { scanTree } from './scan.ts';
import { readTree, type Tree } from './tree.ts';
import { updateCatalogue } from './update.ts';

const { values } = parseArgs({
  options: {
    nginx: { type: 'string' },
    release: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});

const { nginx, release } = values;
if (nginx === undefined || !/^\d+\.\d+\.\d+$/.test(release ?? '')) {
  console.error(
    'Name a source tree and its release: npm run messages:diff -- --nginx DIR --release 1.33.0 [--dry-run]',
  );
  process.exitCode = 2;
} else {
  bringTo(release ?? '', readTree(nginx));
}

function bringTo(to: string, tree: Tree): void {
  const comparison = compareCatalogue(readCatalogue(PATHS.nginx), scanTree(tree).messages);
  const update = updateCatalogue(comparison, readCatalogue(PATHS.legacy), { release: to, before: readRelease() });
  for (const { file, line, template } of update.added) console.log(`+ ${file}:${line}  ${JSON.stringify(template)}`);
  for (const { file, line, template } of update.removed) console.log(`- ${file}:${line}  ${JSON.stringify(template)}`);
  console.log(`${update.added.length} added, ${update.removed.length} removed, ${comparison.equal.length} unchanged`);
  if (values['dry-run']) return;
  writeCatalogue(PATHS.nginx, update.current);
  writeCatalogue(PATHS.legacy, update.legacy);
  writeActions(PATHS.actions, actionsOf(tree, update.current));
  writeRelease(to);
}

/** A file's messages know which part of nginx it is; an action keeps its record when it only moved. */
function actionsOf(
  tree: Tree,
  messages: readonly { readonly file: string; readonly subsystem: string }[],
): readonly Action[] {
  const subsystems = new Map(messages.map(({ file, subsystem }) => [file, subsystem]));
  for (const { file, subsystem } of readActions(PATHS.actions)) subsystems.set(file, subsystem);
  const places = findActions(tree).map((place) => ({ ...place, subsystem: subsystems.get(place.file) ?? 'unknown' }));
  return [...new Map(places.map((place) => [`${place.file}:${place.line} ${place.action}`, place])).values()];
}
