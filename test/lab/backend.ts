import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeSettings } from './config-text.ts';
import type { Lab, LabProcess } from './lab.ts';
import { readText } from './read-text.ts';

/** A real application server, database or proxy behind nginx. */
export interface Backend {
  readonly pid: () => number;
  /** Resolves when it is ready; throws when it ended instead. */
  readonly start: () => Promise<void>;
  /** Asks it to end, as systemd would, and resolves when it has. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Resolves when it has ended by itself. */
  readonly ended: () => Promise<void>;
  /** Starts it, and resolves when it has ended by itself, ready before or not. */
  readonly runToEnd: () => Promise<void>;
  /** All that it logged. */
  readonly log: () => string;
  /** Resolves when its log holds a whole line with this text. */
  readonly logged: (text: string) => Promise<true>;
  readonly logFile: string;
  /** What a person would paste of its settings; empty when it has none. */
  readonly settings: () => string;
  /** Writes `key = value` lines into its settings; see `writeSettings`. */
  readonly edit: (lines: string) => Promise<void>;
  /** Replaces words of its settings or of its program, by hand. Throws when they are not there. */
  readonly editText: (words: string, by: string) => Promise<void>;
  readonly isRunning: () => boolean;
}

/** How a program is run as a backend. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly isReady: () => boolean;
  /** Its settings, if it has a file of them. */
  readonly settingsFile?: string;
  /** The program's own text, if a scenario wrote it. */
  readonly sourceFile?: string;
  /** Where it logs to, if not to its standard output. */
  readonly logFile?: string;
}

/** Makes a backend of a program; nothing runs yet. */
export function createBackend(lab: Lab, program: Program): Backend {
  const printed = join(lab.dir, 'log', `${program.name}.log`);
  const logFile = program.logFile ?? printed;
  mkdirSync(dirname(printed), { recursive: true });
  const log = (): string => readText(logFile);
  return {
    ...createLife(lab, program, printed, log),
    ...createSettings(program),
    log,
    logFile,
    logged: (text) =>
      lab.until(
        (): true | null => (toWholeLines(log()).includes(text) ? true : null),
        () => `"${text}" in the log of ${program.name}:\n${log()}`,
      ),
  };
}

const toWholeLines = (log: string): string => log.slice(0, log.lastIndexOf('\n') + 1);

function createLife(
  lab: Lab,
  program: Program,
  printTo: string,
  log: () => string,
): Pick<Backend, 'pid' | 'isRunning' | 'start' | 'stop' | 'ended' | 'runToEnd'> {
  let running: LabProcess | null = null;
  const launch = (): LabProcess => {
    running = lab.spawn(program.command, printTo, program.env);
    return running;
  };
  return {
    pid: () => running?.pid ?? 0,
    isRunning: () => running?.isRunning() ?? false,
    start: async () => {
      const started = launch();
      const how = await lab.until(
        () => (started.isRunning() ? program.isReady() && 'ready' : 'ended'),
        () => `${program.name} to be ready:\n${log()}`,
      );
      if (how === 'ended') throw new Error(`${program.name} ended at once:\n${log()}`);
    },
    stop: async (signal = 'SIGTERM') => {
      await running?.stop(signal);
    },
    ended: async () => {
      await running?.exited;
    },
    runToEnd: async () => {
      await launch().exited;
    },
  };
}

function createSettings({ name, settingsFile, sourceFile }: Program): Pick<Backend, 'settings' | 'edit' | 'editText'> {
  return {
    settings: () => (settingsFile === undefined ? '' : readText(settingsFile)),
    edit: async (lines) => {
      if (settingsFile === undefined) throw new Error(`${name} has no file of settings`);
      await writeFile(settingsFile, writeSettings(readText(settingsFile), lines));
    },
    editText: async (words, by) => {
      const file = [settingsFile, sourceFile].find((one) => one !== undefined && readText(one).includes(words));
      if (file === undefined)
        throw new Error(`"${words}" stands neither in the settings nor in the program of ${name}`);
      await writeFile(file, readText(file).replace(words, by));
    },
  };
}
