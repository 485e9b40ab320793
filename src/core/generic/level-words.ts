import type { Severity } from '../entry.ts';
import type { Level } from '../records/error-head.ts';

/** What a level means for those who use the server. Source: nginx's documentation of error_log; src/core/ngx_log.h. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  emerg: 'At level `emerg` nginx does not start; on a reload it keeps running with the old configuration.',
  alert: 'Level `alert` is for what must not happen: nginx goes on, and somebody should look soon.',
  crit: 'Level `crit` says that something nginx needs has failed: requests that need it fail, others go on.',
  error: 'Level `error` is about one request or connection; others go on.',
  warn: 'Level `warn` says that nginx goes on, and that something is probably not as intended.',
  notice: 'Level `notice` is routine.',
  info: 'Level `info` is routine, mostly about what clients do: nothing to mend by itself.',
  debug: 'Level `debug` is for people who look into nginx itself.',
};

const OF_LEVEL: Readonly<Record<Level, Severity>> = {
  emerg: 'critical',
  alert: 'critical',
  crit: 'error',
  error: 'error',
  warn: 'warning',
  notice: 'harmless',
  info: 'harmless',
  debug: 'harmless',
};

/** How much a message matters when only its level is known. */
export function severityOfLevel(level: Level): Severity {
  return OF_LEVEL[level];
}
