import { readFile, writeFile } from 'node:fs/promises';
import type { Lab } from './lab.ts';
import { createNginx, type NginxParts } from './nginx.ts';
import type { Stage, Taking } from './scenario.ts';

/** Starts an nginx with a sound site, then writes a mistake into the site's file: the running nginx goes on, and `nginx -t` complains.
 * `sound` must stand in the site. */
export async function breakSite(
  lab: Lab,
  toSite: (port: number) => string,
  sound: string,
  broken: string,
  more: Partial<NginxParts> = {},
): Promise<Stage> {
  const port = await lab.port();
  const nginx = await createNginx(lab, { port, site: toSite(port), ...more });
  if (!(await nginx.start())) throw new Error(`The sound site is not:\n${nginx.logs.errors()}`);
  await replaceInFile(nginx.configFiles.site, sound, broken);
  return { nginx, provoke: () => nginx.test() };
}

/** Corrects the site by hand. */
export function inSite(words: string, by: string): Taking {
  return ({ nginx }) => replaceInFile(nginx.configFiles.site, words, by);
}

/** Writes the change in front of everything in nginx.conf. */
export const onTop: Taking = async ({ nginx }, change) => {
  const { main } = nginx.configFiles;
  await writeFile(main, `${change}\n${await readFile(main, 'utf8')}`);
};

async function replaceInFile(file: string, words: string, by: string): Promise<void> {
  const old = await readFile(file, 'utf8');
  if (!old.includes(words)) throw new Error(`"${words}" is not in ${file}:\n${old}`);
  await writeFile(file, old.replace(words, by));
}
