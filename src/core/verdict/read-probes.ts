import type { LogRecord } from '../records/log-record.ts';
import { parseProbe } from './parse-probe.ts';
import { type Route, toShape } from './route.ts';
import { compareStamps, type Stamp } from './stamp.ts';

/** What requests that somebody made by hand came to. */
export interface Probed {
  readonly passed: number;
  readonly failed: number;
  readonly unclear: number;
  /** True where a command in the paste says that the requests were such ones. */
  readonly isNamed: boolean;
  /** The first line that decides: a failure, else a success; null where nobody made a request. */
  readonly record: LogRecord | null;
  /** What the failure said: a status, or curl's words; null where none failed. */
  readonly failure: string | null;
  /** Null where `nginx -t` was not run; else whether it was content, and the line. */
  readonly configuration: { readonly isSound: boolean; readonly record: LogRecord } | null;
}

const NOTHING: Probed = {
  passed: 0,
  failed: 0,
  unclear: 0,
  isNamed: false,
  record: null,
  failure: null,
  configuration: null,
};

/** Reads the output of curl and of `nginx -t` in a paste. A response counts for the route unless the command above it asked for
 * another path, or its Date header is from before the change. Responses without a time are taken to come after it, for they
 * were pasted as an answer. */
export function readProbes(
  records: readonly LogRecord[],
  route: Route,
  failing: ReadonlySet<number>,
  since: Stamp,
  zone: number | null,
): Probed {
  let probed: Probed = { ...NOTHING };
  let isElsewhere = false;
  for (const [index, record] of records.entries()) {
    const probe = canBeOutput(record) ? parseProbe(record.text) : null;
    if (probe?.kind === 'command') {
      isElsewhere = !isAsked(probe.host, probe.path, route);
      probed = { ...probed, isNamed: probed.isNamed || !isElsewhere };
    }
    if (probe?.kind === 'configuration') probed = { ...probed, configuration: { isSound: probe.isSound, record } };
    if (isElsewhere) continue;
    if (probe?.kind === 'no-response') probed = failedBy(probed, record, probe.words, 1);
    if (probe?.kind === 'response' && !isOld(records, index, since, zone))
      probed = addResponse(probed, record, probe.status, probe.count, failing);
  }
  return probed;
}

/** A line of no log, or one that nginx wrote to the terminal. Earlier pastes kept no output. */
function canBeOutput(record: LogRecord): boolean {
  if (record.earlier) return false;
  return record.kind === 'unknown' || (record.kind === 'error' && record.time === null);
}

/** Asking the backend itself says nothing about nginx. */
function isAsked(host: string, path: string, { shapes, upstream }: Route): boolean {
  return host !== upstream && (shapes.size === 0 || shapes.has(toShape(path)));
}

const HEADERS = 40;

function isOld(records: readonly LogRecord[], at: number, since: Stamp, zone: number | null): boolean {
  for (const record of records.slice(at + 1, at + HEADERS)) {
    const probe = canBeOutput(record) ? parseProbe(record.text) : null;
    if (probe?.kind === 'response' || probe?.kind === 'command') return false;
    if (probe?.kind !== 'date') continue;
    const order = compareStamps({ wall: probe.instant, offset: 0 }, since, zone);
    return order !== null && order < 0;
  }
  return false;
}

function failedBy(probed: Probed, record: LogRecord, failure: string, count: number): Probed {
  if (probed.failure !== null) return { ...probed, failed: probed.failed + count };
  return { ...probed, failed: probed.failed + count, record, failure };
}

function addResponse(
  probed: Probed,
  record: LogRecord,
  status: number,
  count: number,
  failing: ReadonlySet<number>,
): Probed {
  if (status >= 500 || failing.has(status)) return failedBy(probed, record, `a ${status}`, count);
  if (status >= 400) return { ...probed, unclear: probed.unclear + count };
  return { ...probed, passed: probed.passed + count, record: probed.record ?? record };
}
