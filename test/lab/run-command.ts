import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quote } from 'shlex';
import type { Lab, LabProcess } from './lab.ts';
import type { Stage } from './scenario.ts';
import { STAND_INS } from './stand-ins.ts';

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
  readonly fillBlanks: (text: string, isShell: boolean) => string;
}

/** A command that watches. */
export interface Watch {
  readonly command: string;
  readonly standIns: readonly string[];
  readonly process: LabProcess;
  readonly printed: () => string;
}

/** Makes the runner of a scenario. Blanks of the engine (`'<backend-unit>'`) get the scenario's values. */
export function createRunner(lab: Lab, stage: Stage): Runner {
  const blanks = Object.entries({ 'backend-unit': 'app.service', ...stage.blanks });
  let count = 0;
  const fillBlanks = (text: string, isShell: boolean): string =>
    blanks.reduce(
      (filled, [name, value]) =>
        filled.replaceAll(isShell ? `'<${name}>'` : `<${name}>`, isShell ? quote(value) : value),
      text,
    );
  const toShell = async (command: string): Promise<{ run: LabProcess; file: string }> => {
    await mkdir(join(lab.dir, 'commands'), { recursive: true });
    count += 1;
    const file = join(lab.dir, 'commands', `${count}.txt`);
    const path = `${join(lab.dir, 'bin')}:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin`;
    return {
      file,
      run: lab.spawn(['/bin/sh', '-c', command], file, { PATH: path, SSL_CERT_FILE: join(lab.dir, 'tls/ca.crt') }),
    };
  };
  return {
    fillBlanks,
    run: async (unfilled) => {
      const command = fillBlanks(unfilled, true);
      const { replaced, standIns } = await replace(command, stage, lab);
      if (replaced === null) return { command, printed: null, code: null, standIns };
      if ('printed' in replaced) return { command, printed: replaced.printed, code: 0, standIns };
      const { run, file } = await toShell(replaced.run);
      await lab.until(() => !run.isRunning(), `the end of ${command}`);
      return { command, printed: readFileSync(file, 'utf8').trim(), code: await run.exited, standIns };
    },
    watch: async (unfilled) => {
      const command = fillBlanks(unfilled, true);
      const { replaced, standIns } = await replace(command, stage, lab);
      if (replaced === null || 'printed' in replaced) throw new Error(`Nothing to watch: ${command}`);
      const { run, file } = await toShell(replaced.run);
      return { command, standIns, process: run, printed: () => readFileSync(file, 'utf8') };
    },
  };
}

/** Applies every stand-in that fits, in the order of the list. */
async function replace(
  command: string,
  stage: Stage,
  lab: Lab,
): Promise<{ readonly replaced: { run: string } | { printed: string } | null; readonly standIns: readonly string[] }> {
  const standIns: string[] = [];
  let run = command;
  for (const { name, fits, take } of STAND_INS) {
    const found = fits.exec(run);
    if (!found) continue;
    standIns.push(name);
    const replaced = await take(found, stage, lab);
    if (replaced === null || 'printed' in replaced) return { replaced, standIns };
    run = replaced.run;
  }
  return { replaced: { run }, standIns };
}
