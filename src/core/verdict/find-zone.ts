import type { AccessRecord, ErrorRecord, LogRecord } from '../records/log-record.ts';
import { requestOf } from '../signals/record-request.ts';
import { toShape } from './route.ts';
import { parseStamp, type Stamp } from './stamp.ts';

/** Both logs write a request's end, so their clocks agree within this many seconds. */
const SAME_MOMENT = 2;
const ZONE_STEP = 1_800;
const WIDEST_ZONE = 14 * 3_600;
/** More lines tell no more about their zone. */
const MOST_LINES = 300;

/** The zone of nginx's error log, in seconds east of UTC, from what was pasted beside it: the prefix of a container or of syslog,
 * nginx's own access log, which writes the same local time with its offset, or an access line of the same failure from another
 * log. Null where nothing tells. */
export function findZone(records: readonly LogRecord[]): number | null {
  const errors = records.filter((record) => record.kind === 'error').slice(0, MOST_LINES);
  const access = records.filter((record) => record.kind === 'access');
  return fromPrefix(errors) ?? fromAccessLog(access) ?? fromFailures(errors, access);
}

/** Docker writes UTC before a line that holds local time. */
function fromPrefix(errors: readonly ErrorRecord[]): number | null {
  for (const { time, prefix } of errors) {
    const outer = prefix === '' ? null : parseStamp(prefix);
    const own = time === null ? null : parseStamp(time);
    if (outer && outer.offset !== null && own) return toZone(own.wall - (outer.wall - outer.offset));
  }
  return null;
}

/** nginx writes its local time with the offset, never a Z: that is what a shipper made of it, and says nothing about the zone.
 * Source: nginx src/core/ngx_times.c ngx_time_update. */
function fromAccessLog(access: readonly AccessRecord[]): number | null {
  const offsets = access.flatMap(({ fields: { time } }) => {
    const stamp = time === null || time.endsWith('Z') ? null : parseStamp(time);
    return stamp?.offset == null ? [] : [stamp.offset];
  });
  return new Set(offsets).size === 1 ? (offsets[0] ?? null) : null;
}

function fromFailures(errors: readonly ErrorRecord[], access: readonly AccessRecord[]): number | null {
  const failed = access
    .filter(({ fields }) => (fields.status ?? 0) >= 400 && fields.uri !== null)
    .slice(0, MOST_LINES)
    .map(({ fields }) => ({ stamp: parseStamp(fields.time ?? ''), shape: toShape(fields.uri ?? '') }));
  const votes = errors.flatMap((error) => {
    const shape = toShape(requestOf(error)?.path ?? '');
    const own = parseStamp(error.time ?? '');
    return own && shape !== ''
      ? failed.flatMap((line) => (line.shape === shape ? zoneBetween(own, line.stamp) : []))
      : [];
  });
  const counted = [...Map.groupBy(votes, (zone) => zone)].toSorted((a, b) => b[1].length - a[1].length);
  return counted[0]?.[0] ?? null;
}

/** The error log's zone if both lines are of one moment; nothing where they can't be. */
function zoneBetween(error: Stamp, access: Stamp | null): readonly number[] {
  if (access?.offset == null) return [];
  const zone = error.wall - (access.wall - access.offset);
  const whole = toZone(zone);
  return Math.abs(zone - whole) <= SAME_MOMENT && Math.abs(whole) <= WIDEST_ZONE ? [whole] : [];
}

const toZone = (seconds: number): number => Math.round(seconds / ZONE_STEP) * ZONE_STEP;
