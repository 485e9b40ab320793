import type { FindRoute } from '../config/find-routes.ts';
import type { Route } from '../config/route.ts';
import type { Finding } from '../identify/finding.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { requestOf, upstreamOf } from './record-request.ts';

const MOST_RECORDS = 20;

/** The ways of the finding's requests through the pasted configuration, each once; empty where the paste has none. */
export function findingRoutes({ records }: Finding, findRoute: FindRoute): readonly Route[] {
  const found = records.slice(0, MOST_RECORDS).flatMap((record) => findRoute(toPlace(record)) ?? []);
  return [...Map.groupBy(found, ({ levels: [innermost] }) => innermost).values()].flatMap(([first]) => first ?? []);
}

function toPlace(record: ErrorRecord): Parameters<FindRoute>[0] {
  const { values } = record.context;
  return {
    server: values.get('server') ?? null,
    host: values.get('host') ?? null,
    uri: values.get('subrequest') ?? requestOf(record)?.uri ?? null,
    upstream: upstreamOf(record)?.raw ?? null,
    isSecure: isSecure(values.get('request'), values.get('referrer')),
  };
}

/** nginx logs no scheme: HTTP/2 and HTTP/3 are encrypted nearly everywhere, and a page of the same site tells its own. */
const isSecure = (request: string | undefined, referrer: string | undefined): boolean =>
  / HTTP\/[23]/.test(request ?? '') || referrer?.startsWith('https://') === true;
