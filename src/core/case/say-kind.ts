import type { CompanionPattern } from '../companion.ts';
import type { AccessFields } from '../records/access-fields.ts';
import type { LogRecord } from '../records/log-record.ts';
import { maskPath } from './mask-secrets.ts';

/** What kind of line it is, in words that hold nothing of it but what may be remembered; empty for a line without a kind. */
export function sayKind(record: LogRecord): string {
  switch (record.kind) {
    case 'companion':
      return sayPattern(record.pattern);
    case 'config':
      return sayDirective(record.text);
    case 'access':
      return sayRequest(record.fields);
    case 'error':
    case 'unknown':
      return '';
  }
}

/** `WORKER TIMEOUT (pid:…)` */
export const sayPattern = ({ template }: CompanionPattern): string => template.replace(/\{[a-zA-Z]+:[a-z]+\}/g, '…');

/** `proxy_read_timeout …`; empty where a line does not start with a directive. */
function sayDirective(line: string): string {
  const name = /^\s*([a-z_]{1,60})[\s;{]/.exec(line)?.[1];
  return name === undefined ? '' : `${name} …`;
}

/** `GET /reports/yearly 502 after 30.004 s` */
export function sayRequest({ method, uri, status, requestTime }: AccessFields): string {
  const took = requestTime === null ? '' : ` after ${requestTime} s`;
  return `${method ?? '-'} ${uri === null ? '-' : maskPath(uri)} ${status ?? '-'}${took}`;
}
