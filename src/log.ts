import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** Slack's tokens in any text, and the secret path of a response_url. */
const SECRETS = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w.-]+|(?<=hooks\.slack\.com\/)[\w/-]+/g;

/** Structured logs on standard output, one JSON object a line. What people paste never gets here: callers log ids, counts
 * and durations only, errors are reduced to name, message, code and stack, and tokens are blanked out on the way. */
export function createLog(level: LogLevel, write?: (line: string) => void): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    hooks: { streamWrite: (line: string) => line.replace(SECRETS, '[secret]') },
  };
  return write ? pino(options, { write }) : pino(options);
}

/** Errors of Slack's client carry whole responses and bodies; none of that is logged. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return { type: error.name, message: error.message, code, cause, stack: error.stack };
}
