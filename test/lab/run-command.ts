import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fillForReader } from './fill-for-reader.ts';
import type { Lab, LabProcess } from './lab.ts';
import { readText } from './read-text.ts';
import type { Stage } from './scenario.ts';
import { type Replaced, replaceCommand } from './stand-ins.ts';

/** What a command of an entry did. */
export interface Ran {
  /** As the entry has it, values and blanks filled in. */
  readonly command: string;
  /** What it printed, without the white space around it; null when it cannot run in a laboratory. */
  readonly printed: string | null;
  readonly code: number | null;
  /** The names of the stand-ins that took its place. */
  readonly standIns: readonly string[];
}

/** Runs the commands of one scenario, in a shell whose `nginx` is the scenario's own. */
export interface Runner {
  readonly run: (command: string) => Promise<Ran>;
  /** Starts a command that runs until it is ended, such as `tail -F`. */
  readonly watch: (command: string) => Promise<Watch>;
}

/** A command that watches. */
export interface Watch {
  readonly command: string;
  readonly standIns: readonly string[];
  readonly process: LabProcess;
  readonly printed: () => string;
}

/** Makes the runner of a scenario. */
export function createRunner(lab: Lab, stage: Stage): Runner {
  const openShell = createShells(lab);
  const prepare = async (unfilled: string): Promise<Prepared> => {
    const filled = fillForReader(unfilled, stage, 'command');
    const { replaced, standIns } = await replaceCommand(filled.text, stage, lab);
    return { command: filled.text, replaced, standIns: [...filled.standIns, ...standIns] };
  };
  return {
    run: async (unfilled) => {
      const { command, replaced, standIns } = await prepare(unfilled);
      if (replaced === null) return { command, printed: null, code: null, standIns };
      if ('printed' in replaced) return { command, printed: replaced.printed, code: 0, standIns };
      const { process, file } = await openShell(replaced.run);
      await lab.until(() => !process.isRunning(), `the end of ${command}`);
      return { command, printed: readText(file).trim(), code: await process.exited, standIns };
    },
    watch: async (unfilled) => {
      const { command, replaced, standIns } = await prepare(unfilled);
      if (replaced === null || 'printed' in replaced) throw new Error(`Nothing to watch: ${command}`);
      const { process, file } = await openShell(replaced.run);
      return { command, standIns, process, printed: () => readText(file) };
    },
  };
}

interface Prepared {
  readonly command: string;
  readonly replaced: Replaced | null;
  readonly standIns: readonly string[];
}

/** Opens a shell for each command; what it prints goes to a file of its own. It trusts the authority of the lab, if there is one. */
function createShells(lab: Lab): (command: string) => Promise<{ readonly process: LabProcess; readonly file: string }> {
  let count = 0;
  const PATH = `${join(lab.dir, 'bin')}:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin`;
  const authority = join(lab.dir, 'tls/ca.crt');
  return async (command) => {
    await mkdir(join(lab.dir, 'commands'), { recursive: true });
    count += 1;
    const file = join(lab.dir, 'commands', `${count}.txt`);
    const trust = existsSync(authority) ? { SSL_CERT_FILE: authority } : {};
    return { file, process: lab.spawn(['/bin/sh', '-c', command], file, { PATH, ...trust }) };
  };
}
