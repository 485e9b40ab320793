import { maskPath } from '../case/mask-secrets.ts';
import { upstreamAddress } from '../facts/upstream.ts';
import type { Finding } from '../identify/finding.ts';
import type { AccessRecord, ErrorRecord } from '../records/log-record.ts';
import { requestOf, upstreamOf } from '../signals/record-request.ts';

/** Which requests an error concerns. */
export interface Route {
  /** Shapes of the paths that failed; empty where the error names no request, and then it concerns all of them. */
  readonly shapes: ReadonlySet<string>;
  readonly server: string | null;
  readonly upstream: string | null;
  /** `POST /api/data`, for its reader; null where the error names no request. */
  readonly name: string | null;
}

const NUMBER = /^\d+$/;

/** A path with a star for each number and each masked part: what differs only there is one route. */
export function toShape(path: string): string {
  return maskPath(path)
    .split('/')
    .map((part) => (NUMBER.test(part) || part === '…' ? '*' : part))
    .join('/');
}

/** The requests that a finding's lines name. */
export function toRoute({ records, facts }: Finding): Route {
  const shapes = records.flatMap((record) => requestOf(record)?.path ?? []).map(toShape);
  const [method, path] = [facts.get('method'), facts.get('path')];
  return {
    shapes: new Set(shapes),
    server: facts.get('server') ?? null,
    upstream: facts.get('upstream.address') ?? null,
    name: method === undefined || path === undefined ? null : `${method} ${path}`,
  };
}

/** True where the access line is of such a request. */
export function isOfRoute({ fields }: AccessRecord, { shapes }: Route): boolean {
  return shapes.size === 0 || (fields.uri !== null && shapes.has(toShape(fields.uri)));
}

/** True where another line of the error log is about such a request on the same server. */
export function isErrorOfRoute(record: ErrorRecord, { shapes, server, upstream }: Route): boolean {
  const own = record.context.values.get('server');
  if (server !== null && own !== undefined && own !== server) return false;
  const request = requestOf(record);
  if (request && shapes.size > 0) return shapes.has(toShape(request.path));
  const address = upstreamOf(record);
  return upstream !== null && address !== null && upstreamAddress(address) === upstream;
}
