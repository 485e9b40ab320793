import { parseTemplate } from '../identify/template.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { requestOf, upstreamOf } from '../signals/record-request.ts';
import type { ErrorFacts, FindingFacts } from './case-facts.ts';
import { maskPath, maskUrl } from './mask-secrets.ts';

/** What is remembered of one line of nginx's error log. */
export function toErrorFacts(record: ErrorRecord): ErrorFacts {
  const request = requestOf(record);
  const upstream = upstreamOf(record);
  return {
    paste: 1,
    line: record.at[0] ?? 0,
    time: record.time,
    level: record.level,
    pid: record.pid,
    connection: record.connection,
    errno: record.errno && { code: record.errno.code, name: record.errno.name },
    action: record.action,
    request: request && `${request.method} ${maskPath(request.path)}`,
    upstream: upstream && withoutPath(upstream.raw),
  };
}

/** Scheme and address of an upstream as logged. */
function withoutPath(raw: string): string {
  const masked = maskUrl(raw);
  const slash = masked.includes('unix:') ? -1 : masked.indexOf('/', masked.indexOf('://') + 3);
  return slash < 0 ? masked : masked.slice(0, slash);
}

/** The line as far as facts tell it: signals find in it what they found in the pasted one. */
export function recallErrorLine(facts: ErrorFacts, { template, values }: FindingFacts): ErrorRecord {
  const message = sayTemplate(template);
  const { paste, line, errno } = facts;
  return {
    kind: 'error',
    author: null,
    at: [],
    text: message,
    prefix: '',
    earlier: { paste, line, shows: [] },
    time: facts.time,
    level: facts.level,
    pid: facts.pid,
    connection: facts.connection,
    message,
    forms: [message],
    action: facts.action,
    errno: errno && { ...errno, text: '' },
    ssl: null,
    inFile: null,
    context: { values: contextOf(facts, values), cut: false },
  };
}

function contextOf({ request, upstream }: ErrorFacts, values: FindingFacts['values']): ReadonlyMap<string, string> {
  const context = { server: values.server, request: request ?? undefined, upstream: upstream ?? undefined };
  return new Map(
    Object.entries({ ...context, host: values.host }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

/** nginx's format string with an ellipsis for each of its values. */
function sayTemplate(template: string): string {
  return parseTemplate(template).literals.join('…');
}
