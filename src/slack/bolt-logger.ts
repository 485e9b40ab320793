import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** Hands what Bolt and its clients say to our log. Their debug output holds whole payloads, so it is dropped at every
 * level, and their level can't be changed. */
export function toBoltLogger(log: Logger): BoltLogger {
  return {
    debug: () => undefined,
    info: (...said) => log.debug(describe(said)),
    warn: (...said) => log.warn(describe(said)),
    error: (...said) => log.error(describe(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** Strings and the messages of errors; any other value could be a payload. */
function describe(said: readonly unknown[]): string {
  const words = said.flatMap((item) => {
    if (typeof item === 'string') return [item];
    return item instanceof Error ? [`${item.name}: ${item.message}`] : [];
  });
  return words.join(' ').slice(0, 500);
}
