import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
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
  /** All that it logged. */
  readonly log: () => string;
  /** Resolves when its log holds this text. */
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
  /** What ends it in an orderly way; SIGTERM unless given. */
  readonly stopSignal?: NodeJS.Signals;
}

/** Makes a backend of a program; nothing runs yet. */
export function createBackend(lab: Lab, program: Program): Backend {
  const printed = join(lab.dir, 'log', `${program.name}.log`);
  const logFile = program.logFile ?? printed;
  mkdirSync(dirname(printed), { recursive: true });
  let running: LabProcess | null = null;
  const log = (): string => readText(logFile);
  return {
    pid: () => running?.pid ?? 0,
    start: async () => {
      const started = lab.spawn(program.command, printed, program.env);
      running = started;
      const how = await lab.until(
        () => (started.isRunning() ? program.isReady() && 'ready' : 'ended'),
        () => `${program.name} to be ready:\n${log()}`,
      );
      if (how === 'ended') throw new Error(`${program.name} ended at once:\n${log()}`);
    },
    stop: async (signal = program.stopSignal ?? 'SIGTERM') => {
      await running?.stop(signal);
    },
    ended: async () => {
      await running?.exited;
    },
    log,
    logFile,
    logged: (text) =>
      lab.until(
        (): true | null => (log().includes(text) ? true : null),
        () => `"${text}" in the log of ${program.name}:\n${log()}`,
      ),
    settings: () => (program.settingsFile === undefined ? '' : readText(program.settingsFile)),
    edit: async (lines) => {
      const file = program.settingsFile;
      if (file === undefined) throw new Error(`${program.name} has no file of settings`);
      await writeFile(file, writeSettings(await readFile(file, 'utf8'), lines));
    },
    editText: async (words, by) => {
      const file = [program.settingsFile, program.sourceFile].find(
        (one) => one !== undefined && readText(one).includes(words),
      );
      if (file === undefined)
        throw new Error(`"${words}" stands neither in the settings nor in the program of ${program.name}`);
      await writeFile(file, readText(file).replace(words, by));
    },
    isRunning: () => running?.isRunning() ?? false,
  };
}
