import type { LogRecord } from '../records/log-record.ts';
import { toSeconds } from '../signals/time.ts';
import { secondOf } from './minute.ts';

/** A start or reload that a line tells of. */
export interface Restart {
  /** `YYYY/MM/DD HH:MM:SS`, in the zone of the line that tells of it. */
  readonly at: string;
  readonly line: number;
  readonly of: 'nginx' | 'backend';
}

/** What nginx's master says when it starts, reloads or ends its workers. Source: nginx src/os/unix/ngx_process_cycle.c and
 * src/core/nginx.c. */
const NGINX =
  /^(?:start worker processes|signal process started|reconfiguring|signal \d+ \(SIG(?:HUP|QUIT|TERM|USR2)\))/;
/** Lines of companions that tell of a start: their ids say so. */
const COMPANION = /(?:^|-)(?:started|restart|restarted|restarting|restart-scheduled)(?:-|$)/;

/** The starts and reloads in a paste, in the order of the paste. */
export function findRestarts(records: readonly LogRecord[]): readonly Restart[] {
  return records.flatMap((record) => {
    const at = timeOf(record);
    return at === null ? [] : [{ at, line: record.at[0] ?? 0, of: isNginx(record) ? 'nginx' : 'backend' }];
  });
}

function timeOf(record: LogRecord): string | null {
  switch (record.kind) {
    case 'error':
      return NGINX.test(record.message) ? record.time : null;
    case 'companion': {
      const seconds = COMPANION.test(record.pattern.id) ? toSeconds(`${record.prefix}${record.text}`) : null;
      return seconds === null ? null : secondOf(seconds);
    }
    default:
      return null;
  }
}

const isNginx = (record: LogRecord): boolean => record.kind !== 'companion' || record.pattern.id.includes('nginx');
