import type { ErrorRecord } from '../records/log-record.ts';

/** What a notice of nginx's says about its processes. `started`: workers run with the configuration as it is now, after a start
 * or a reload. `asked`: somebody signalled nginx, which need not have been a reload. */
export type ChangeNotice = 'started' | 'reading' | 'asked' | 'reopening';

// Sources: nginx src/os/unix/ngx_process_cycle.c ngx_master_process_cycle, src/core/ngx_cycle.c ngx_signal_process.
const NOTICES: ReadonlyMap<string, ChangeNotice> = new Map([
  ['start worker processes', 'started'],
  ['reconfiguring', 'reading'],
  ['signal process started', 'asked'],
  ['reopening logs', 'reopening'],
]);

/** Null for any other line. Only nginx's own routine notices count, never the same words in a message of another level. */
export function changeNotice({ level, message }: ErrorRecord): ChangeNotice | null {
  return level === 'notice' ? (NOTICES.get(message) ?? null) : null;
}
