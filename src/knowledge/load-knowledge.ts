import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDirectives } from '@nginx/reference-lib';
import type { Companion } from '../core/companion.ts';
import type { MeasureKind } from '../core/config/measure.ts';
import type { Entry } from '../core/entry.ts';
import type { Directive, Knowledge } from '../core/knowledge.ts';
import type { Message } from '../core/message.ts';
import { KnowledgeError, readKnowledgeFile } from './check-file.ts';
import { CompanionSchema } from './companion-schema.ts';
import { EntrySchema } from './entry-schema.ts';

/** Words after "while ": nginx's, and those of projects that are no part of it. */
const ACTION_FILES: readonly string[] = ['actions.json', 'project-actions.json'];
const NOT_ENTRIES: ReadonlySet<string> = new Set(['companions', 'messages']);

/** Reads and checks everything below `directory` (`knowledge/`). Throws KnowledgeError at the first file that can't be used. */
export function loadKnowledge(directory: string): Knowledge {
  return {
    entries: readEntries(directory),
    companions: readCompanions(directory),
    messages: readMessages(directory),
    actions: readActions(directory),
    directives: readDirectives(),
  };
}

function readEntries(directory: string): readonly Entry[] {
  const entries = foldersIn(directory)
    .filter((area) => !NOT_ENTRIES.has(area))
    .flatMap((area) => yamlFilesIn(join(directory, area)))
    .map((file) => withOwnName(file, readKnowledgeFile(file, EntrySchema)));
  return entries.toSorted((a, b) => compare(a.id, b.id));
}

function withOwnName(file: string, entry: Entry): Entry {
  const stem = basename(file, '.yaml');
  if (stem !== entry.id) throw new KnowledgeError(file, [`id: "${entry.id}" must equal the file's name, "${stem}"`]);
  return entry;
}

function readCompanions(directory: string): readonly Companion[] {
  return yamlFilesIn(join(directory, 'companions'))
    .map((file) => readKnowledgeFile(file, CompanionSchema))
    .toSorted((a, b) => compare(a.program, b.program));
}

function readMessages(directory: string): readonly Message[] {
  return jsonFilesIn(join(directory, 'messages'))
    .filter((file) => !ACTION_FILES.includes(basename(file)))
    .flatMap((file): readonly Message[] => JSON.parse(readFileSync(file, 'utf8')));
}

function readActions(directory: string): readonly string[] {
  const records = ACTION_FILES.map((name) => join(directory, 'messages', name))
    .filter((file) => existsSync(file))
    .flatMap((file): readonly { readonly action: string }[] => JSON.parse(readFileSync(file, 'utf8')));
  return [...new Set(records.map(({ action }) => action))].toSorted(compare);
}

function readDirectives(): readonly Directive[] {
  return getDirectives().map(({ name, module, contexts, syntax, default: value }) => ({
    name,
    module,
    contexts,
    default: value,
    takes: MEASURES[/^<p><em><code>([a-z]+)<\/code>/.exec(syntax[0] ?? '')?.[1] ?? ''] ?? null,
  }));
}

/** The reference's words for a first argument that is measured. */
const MEASURES: Readonly<Record<string, MeasureKind>> = {
  time: 'time',
  timeout: 'time',
  interval: 'time',
  size: 'size',
  length: 'size',
  number: 'number',
  connections: 'number',
  level: 'number',
};

/** By code unit, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const foldersIn = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name)
    .toSorted(compare);

const filesIn = (directory: string, ending: string): string[] =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith(ending))
        .toSorted(compare)
        .map((name) => join(directory, name))
    : [];
const yamlFilesIn = (directory: string): string[] => filesIn(directory, '.yaml');
const jsonFilesIn = (directory: string): string[] => filesIn(directory, '.json');
