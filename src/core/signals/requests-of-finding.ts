import type { Finding } from '../identify/finding.ts';
import { once } from '../once.ts';
import type { AccessRecord, ErrorRecord } from '../records/log-record.ts';
import { requestOf } from './record-request.ts';
import { areNear, toSeconds } from './time.ts';

/** The access lines that are about the requests of a finding, looked for when a signal first asks. */
export interface RequestsOfFinding {
  /** Where lines are of the very requests that failed (method, path and client agree, and nginx wrote them when the request ended, in
   * whatever zone), only these; else all lines of the same paths; all lines when the finding names no request. */
  readonly own: () => readonly AccessRecord[];
  /** The lines of the same paths, failed or not: what tells how many requests fail. */
  readonly samePaths: () => readonly AccessRecord[];
}

/** The access lines of a paste by method, path and client. */
export type AccessByRequest = ReadonlyMap<string, readonly AccessRecord[]>;

/** Sorts access lines for `findRequests`. */
export const toAccessByRequest = (access: readonly AccessRecord[]): AccessByRequest =>
  Map.groupBy(access, (line) => keyOf(line.fields.method, pathOf(line), line.fields.client));

/** Looks for the requests of one finding among the access lines of the paste. */
export function findRequests(
  { records }: Pick<Finding, 'records'>,
  access: readonly AccessRecord[],
  byRequest: () => AccessByRequest,
): RequestsOfFinding {
  const samePaths = once(() => ofPaths(records, access));
  const own = once(() => {
    const same = ofRequests(records, access, byRequest());
    return same.length > 0 ? same : samePaths();
  });
  return { own, samePaths };
}

function ofPaths(records: readonly ErrorRecord[], access: readonly AccessRecord[]): readonly AccessRecord[] {
  const paths = new Set(records.map((record) => requestOf(record)?.path).filter((path) => path !== undefined));
  return paths.size === 0 ? access : access.filter((line) => paths.has(pathOf(line) ?? ''));
}

function ofRequests(
  records: readonly ErrorRecord[],
  access: readonly AccessRecord[],
  byRequest: AccessByRequest,
): readonly AccessRecord[] {
  const found = new Set<AccessRecord>();
  for (const record of records) {
    const request = requestOf(record);
    const client = record.context.values.get('client');
    if (!request || client === undefined) continue;
    const key = keyOf(request.method, request.path, client);
    for (const line of byRequest.get(key) ?? []) if (isAtOnce(record, line)) found.add(line);
  }
  return access.filter((line) => found.has(line));
}

const pathOf = ({ fields }: AccessRecord): string | null => fields.uri?.split('?')[0] ?? null;

const keyOf = (method: string | null, path: string | null, client: string): string => `${method} ${path} ${client}`;

/** nginx logs the error when it happens and the access line when the request ends. */
function isAtOnce({ time }: ErrorRecord, { fields }: AccessRecord): boolean {
  const failedAt = time === null ? null : toSeconds(time);
  const endedAt = fields.time === null ? null : toSeconds(fields.time);
  return failedAt === null || endedAt === null || areNear(failedAt, endedAt);
}
