// Reads the messages of a project that is no part of nginx, and replaces its records in knowledge/messages/projects.json:
// npm run messages:project -- --nginx DIR --project nbs-system/naxsi --source DIR --revision a59462b [--folder naxsi_src] [--dry-run]
import { parseArgs } from 'node:util';
import { readCatalogue, writeCatalogue } from './catalogue-file.ts';
import { PATHS, writeProject } from './catalogue-paths.ts';
import { toProjectMessages } from './project-messages.ts';
import { scanTree } from './scan.ts';
import { readTree } from './tree.ts';

const { values } = parseArgs({
  options: {
    nginx: { type: 'string' },
    project: { type: 'string' },
    source: { type: 'string' },
    revision: { type: 'string' },
    folder: { type: 'string', default: '.' },
    'dry-run': { type: 'boolean', default: false },
  },
});

const { nginx, project, source, revision, folder } = values;
if (nginx === undefined || project === undefined || source === undefined || revision === undefined) {
  console.error(
    'Name an nginx tree, the project, its tree and revision: npm run messages:project -- --nginx DIR --project OWNER/NAME --source DIR --revision REVISION [--folder src] [--dry-run]',
  );
  process.exitCode = 2;
} else {
  readProject({ nginx, project, source, revision, folder });
}

interface Place {
  readonly nginx: string;
  readonly project: string;
  readonly source: string;
  readonly revision: string;
  readonly folder: string;
}

function readProject({ nginx: base, project: name, source: tree, revision: at, folder: below }: Place): void {
  const own = readTree(tree, below);
  // a module is compiled into nginx and uses its macros
  const { messages } = scanTree({ files: own.files, macros: new Map([...readTree(base).macros, ...own.macros]) });
  const others = readCatalogue(PATHS.projects).filter((message) => message.project !== name);
  const known = [PATHS.nginx, PATHS.legacy, PATHS.lua, PATHS.byHand].flatMap(readCatalogue);
  const found = toProjectMessages(name, messages, [...known, ...others]);
  console.log(`${name}: ${found.length} messages of its own`);
  if (values['dry-run']) {
    for (const { file, line, template } of found) console.log(`  ${file}:${line}  ${JSON.stringify(template)}`);
    return;
  }
  writeCatalogue(PATHS.projects, [...others, ...found]);
  writeProject(name, at);
}
