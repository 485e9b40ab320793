import { clockOf } from './error-line.ts';
import type { Random } from './random.ts';

/** A line as docker compose, journald, syslog (RFC 3164, RFC 5424), a container runtime and docker's json-file write it. */
export function inEnvelope(line: string, index: number, random: Random): string {
  const clock = clockOf(index);
  const time = clock.slice(11, 19);
  switch (random.below(6)) {
    case 0:
      return `web-1  | ${line}`;
    case 1:
      return `Nov 22 ${time} web1 nginx[${random.below(30_000)}]: ${line}`;
    case 2:
      return `<187>Nov 22 ${time} web1 nginx: ${line}`;
    case 3:
      return `<187>1 ${clock} web1 nginx ${random.below(30_000)} - - ${line}`;
    case 4:
      return `${clock.slice(0, 23)}456789Z stderr F ${line}`;
    default:
      return JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: clock });
  }
}
