import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFreePort } from './sockets.ts';
import { type Look, until } from './until.ts';

/** The place in which one scenario happens: a directory, processes and ports of its own, all gone when it closes. */
export interface Lab {
  /** Readable and enterable by every user, for nginx's workers. */
  readonly dir: string;
  /** Aborted when the scenario's time is over. */
  readonly signal: AbortSignal;
  /** Writes a file below the directory and returns its whole path. Mode 0644 unless given. */
  readonly place: (name: string, text: string, mode?: number) => Promise<string>;
  /** Starts a program in a process group of its own; what it prints is appended to the file. */
  readonly spawn: (command: readonly string[], printTo: string, env?: Readonly<Record<string, string>>) => LabProcess;
  /** A port that is free, and that no other call of this lab gets. */
  readonly port: () => Promise<number>;
  /** An address of 127.0.0.0/8 that is this lab's own, for backends whose port is part of the fault. */
  readonly address: string;
  readonly until: <T>(look: Look<T>, what: string | (() => string)) => Promise<T>;
  /** Ends every process and removes the directory. */
  readonly close: () => Promise<void>;
}

/** A program that a scenario started. */
export interface LabProcess {
  readonly pid: number;
  readonly isRunning: () => boolean;
  /** Resolves with the exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Sends the signal to the program itself, not to its children, and resolves when it has ended. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Opens a lab that aborts its signal after this many seconds. Below /srv for root: a path below /tmp is evidence of its own. */
export function openLab(limitSeconds: number): Lab {
  const dir = mkdtempSync(join(process.getuid?.() === 0 ? '/srv' : tmpdir(), 'lab-'));
  chmodSync(dir, 0o755);
  const signal = AbortSignal.timeout(limitSeconds * 1000);
  const groups = new Set<number>();
  const killAll = (): void => groups.forEach(killGroup);
  process.once('exit', killAll);
  const ports = new Set<number>();
  return {
    dir,
    signal,
    place: (name, text, mode = 0o644) => placeFile(join(dir, name), text, mode),
    spawn: (command, printTo, env = {}) => {
      const child = spawnGroup(command, printTo, dir, env);
      if (child.pid !== undefined) groups.add(child.pid);
      return toLabProcess(child, command);
    },
    port: async () => {
      let port = await findFreePort();
      while (ports.has(port)) port = await findFreePort();
      ports.add(port);
      return port;
    },
    address: `127.${[1, 2, 3].map(() => 1 + Math.floor(Math.random() * 250)).join('.')}`,
    until: (look, what) => until(look, what, signal),
    close: async () => {
      killAll();
      process.off('exit', killAll);
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function placeFile(path: string, text: string, mode: number): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  await writeFile(path, text);
  chmodSync(path, mode);
  return path;
}

function spawnGroup(
  [program = '', ...args]: readonly string[],
  printTo: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const out = openSync(printTo, 'a');
  const { PATH = '', HOME = '/root' } = process.env;
  const child = spawn(program, args, {
    cwd,
    detached: true,
    stdio: ['ignore', out, out],
    env: { PATH: `/usr/sbin:/usr/bin:/sbin:/bin:${PATH}`, HOME, LC_ALL: 'C.UTF-8', ...env },
  });
  closeSync(out);
  return child;
}

function toLabProcess(child: ChildProcess, command: readonly string[]): LabProcess {
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', (cause) => reject(new Error(`Cannot start ${command.join(' ')}`, { cause })));
  });
  exited.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    exited,
    stop: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** The group may be gone already. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
