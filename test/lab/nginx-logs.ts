import { join } from 'node:path';
import type { Lab } from './lab.ts';
import { readText } from './read-text.ts';

/** How much was written at some moment. */
export interface Mark {
  readonly errorLog: number;
  readonly terminal: number;
}

/** What one nginx writes. */
export interface NginxLogs {
  /** What it wrote since the mark, or since the start: its error log, then what it said to the terminal. */
  readonly errors: (since?: Mark) => string;
  readonly access: () => string;
  readonly mark: () => Mark;
  /** Resolves when an error line holds this text. */
  readonly logged: (text: string) => Promise<true>;
  /** Resolves when the access log has this many lines. */
  readonly hasAccessLines: (count: number) => Promise<true>;
  readonly countAccessLines: () => number;
  /** The file that stands for its terminal. */
  readonly terminal: string;
}

/** The logs of the nginx whose directory is the lab's. */
export function openLogs(lab: Lab): NginxLogs {
  const folder = join(lab.dir, 'log/nginx');
  const errorLog = join(folder, 'error.log');
  const terminal = join(folder, 'terminal.log');
  const errors = (since: Mark = { errorLog: 0, terminal: 0 }): string =>
    readText(errorLog).slice(since.errorLog) + readText(terminal).slice(since.terminal);
  const access = (): string => readText(join(folder, 'access.log'));
  const countAccessLines = (): number => access().split('\n').length - 1;
  return {
    errors,
    access,
    terminal,
    countAccessLines,
    mark: () => ({ errorLog: readText(errorLog).length, terminal: readText(terminal).length }),
    logged: (text) =>
      lab.until(
        (): true | null => (errors().includes(text) ? true : null),
        () => `"${text}" in the error log, which holds:\n${errors()}and the access log:\n${access()}`,
      ),
    hasAccessLines: (count) =>
      lab.until(
        (): true | null => (countAccessLines() >= count ? true : null),
        () => `${count} lines in the access log, which holds:\n${access()}`,
      ),
  };
}
