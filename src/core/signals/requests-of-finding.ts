import type { AccessRecord, ErrorRecord } from '../records/log-record.ts';
import type { EvidenceView } from './evidence-view.ts';
import { requestOf } from './record-request.ts';
import { areNear, toSeconds } from './time.ts';

/** The access lines that are about the finding's requests. Where lines are of the very requests that failed (method, path and client agree,
 * and nginx wrote them when the request ended, in whatever zone), only these; else all lines of the same paths; all lines when the
 * finding names no request. */
export function requestsOf(view: EvidenceView): readonly AccessRecord[] {
  const same = sameRequests(view);
  return same.length > 0 ? same : samePaths(view);
}

/** The access lines of the same paths, failed or not: what tells how many requests fail. */
export function samePaths({ finding, access }: EvidenceView): readonly AccessRecord[] {
  const paths = new Set(finding.records.map((record) => requestOf(record)?.path).filter((path) => path !== undefined));
  if (paths.size === 0) return access;
  return access.filter((line) => paths.has(pathOf(line) ?? ''));
}

/** The access lines of the very requests of the finding. */
function sameRequests({ finding, access }: EvidenceView): readonly AccessRecord[] {
  const byRequest = new Map<string, AccessRecord[]>();
  for (const line of access) {
    const key = keyOf(line.fields.method, pathOf(line), line.fields.client);
    byRequest.set(key, [...(byRequest.get(key) ?? []), line]);
  }
  const found = new Set<AccessRecord>();
  for (const record of finding.records) {
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
