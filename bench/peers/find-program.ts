import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when a program is in the path; else tells how to get it on Debian. */
export function isInstalled(program: string, debianPackage: string, tell: (words: string) => void): boolean {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
  if (!found) tell(`  left out: ${program} is not installed (apt-get install ${debianPackage})`);
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
