import type { Directive } from '../knowledge.ts';

/** The official reference by name: of directives that several modules have, HTTP's first. */
export type Reference = ReadonlyMap<string, Directive>;

/** Indexes the reference. */
export function toReference(directives: readonly Directive[]): Reference {
  const reference = new Map<string, Directive>();
  for (const directive of directives) {
    const known = reference.get(directive.name);
    if (!known || (!isHttp(known) && isHttp(directive))) reference.set(directive.name, directive);
  }
  return reference;
}

const isHttp = ({ module }: Directive): boolean => module.startsWith('ngx_http_');

interface ChangedDefault {
  /** The first release with the default of the reference, or with that of the entry before. */
  readonly until: string;
  readonly value: string;
}

/** Defaults that releases since 1.14 changed, oldest first. Source: nginx docs/xml/nginx/changes.xml. */
const CHANGED: Readonly<Record<string, readonly ChangedDefault[]>> = {
  keepalive: [{ until: '1.29.7', value: '0' }],
  keepalive_requests: [{ until: '1.19.10', value: '100' }],
  proxy_http_version: [{ until: '1.29.7', value: '1.0' }],
  ...Object.fromEntries(
    ['ssl_protocols', 'proxy_ssl_protocols', 'grpc_ssl_protocols', 'uwsgi_ssl_protocols'].map((name) => [
      name,
      [
        { until: '1.23.4', value: 'TLSv1 TLSv1.1 TLSv1.2' },
        { until: '1.27.3', value: 'TLSv1 TLSv1.1 TLSv1.2 TLSv1.3' },
      ],
    ]),
  ),
};

/** The default of a directive in a release, as the reference writes it; null where there is none, or where it depends on a release
 * that the paste does not tell. Of two that depend on the platform (`4k|8k`) the one of Linux on x86-64 and ARM. */
export function defaultOf(name: string, version: string | null, reference: Reference): string | null {
  const changes = CHANGED[name];
  if (changes && version === null) return null;
  const former = changes?.find(({ until }) => version !== null && compareVersions(version, until) < 0);
  const value = former?.value ?? reference.get(name)?.default ?? '';
  return value === '' ? null : (value.split('|')[0] ?? null);
}

/** Negative when `a` is the older release. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
