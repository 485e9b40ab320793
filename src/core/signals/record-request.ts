import { toUpstream, type Upstream } from '../facts/upstream.ts';
import type { ErrorRecord } from '../records/log-record.ts';

/** The request line of a record, taken apart; null where there is none. */
export interface LoggedRequest {
  readonly method: string;
  readonly uri: string;
  /** The URI without its query. */
  readonly path: string;
}

const REQUEST = /^([A-Za-z_-]{1,32}) (\S+)/;

/** Reads the `request` of a record's context. */
export const requestOf = oncePerRecord(readRequest);

/** Reads the `upstream` of a record's context; the address in the message where the context has none. */
export const upstreamOf = oncePerRecord(readUpstream);

/** Dozens of signals ask the same of every record. What is kept must hold no record: until the next full collection of garbage
 * nothing that a weak map's value holds is freed. */
function oncePerRecord<T>(read: (record: ErrorRecord) => T): (record: ErrorRecord) => T {
  const known = new WeakMap<ErrorRecord, { readonly value: T }>();
  return (record) => {
    const found = known.get(record);
    if (found) return found.value;
    const value = read(record);
    known.set(record, { value });
    return value;
  };
}

function readRequest(record: ErrorRecord): LoggedRequest | null {
  const found = REQUEST.exec(record.context.values.get('request') ?? '');
  const uri = found?.[2] ?? '';
  return found ? { method: found[1] ?? '', uri, path: uri.split('?')[0] ?? '' } : null;
}

function readUpstream(record: ErrorRecord): Upstream | null {
  const logged = record.context.values.get('upstream');
  if (logged !== undefined) return toUpstream(logged);
  return toUpstream(/^connect\(\) to (\S{1,512}) failed/.exec(record.message)?.[1] ?? '');
}

/** nginx sends these a second time only when told so. Source: nginx src/http/ngx_http_upstream.c ngx_http_upstream_next. */
export function isIdempotent(method: string): boolean {
  return !['POST', 'LOCK', 'PATCH'].includes(method);
}
