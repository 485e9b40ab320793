import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';

const DIRECTORY = join(import.meta.dirname, '../../knowledge/messages');

/** The files of `knowledge/messages/`. */
export const PATHS = {
  nginx: join(DIRECTORY, 'nginx.json'),
  legacy: join(DIRECTORY, 'nginx-legacy.json'),
  lua: join(DIRECTORY, 'lua.json'),
  projects: join(DIRECTORY, 'projects.json'),
  byHand: join(DIRECTORY, 'by-hand.json'),
  actions: join(DIRECTORY, 'actions.json'),
  sources: join(DIRECTORY, 'sources.yaml'),
} as const;

const Sources = z.strictObject({
  nginx: z.string(),
  lua: z.string(),
  projects: z.record(z.string(), z.string()),
});

/** The nginx release that the catalogue was last read from. */
export const readRelease = (): string => Sources.parse(parse(readFileSync(PATHS.sources, 'utf8'))).nginx;

/** Notes the release that was read. */
export function writeRelease(release: string): void {
  const text = readFileSync(PATHS.sources, 'utf8');
  writeFileSync(PATHS.sources, text.replace(/^nginx: .*$/m, `nginx: ${release}`));
}

/** Projects that are no part of nginx by the revision that was read, `OWNER/NAME` on GitHub. */
export const readProjects = (): Readonly<Record<string, string>> =>
  Sources.parse(parse(readFileSync(PATHS.sources, 'utf8'))).projects;

/** Notes the revision of a project that was read. */
export function writeProject(project: string, revision: string): void {
  const document = parseDocument(readFileSync(PATHS.sources, 'utf8'));
  document.setIn(['projects', project], revision);
  writeFileSync(PATHS.sources, document.toString());
}
