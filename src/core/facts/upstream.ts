/** The upstream of a record, as nginx logs it: `http://127.0.0.1:8080/api`, `fastcgi://unix:/run/php.sock:`, `10.0.0.1:53`, a group's name. */
export interface Upstream {
  /** As logged. */
  readonly raw: string;
  /** `http`, `https`, `fastcgi`, `uwsgi`, `scgi`, `grpc`, `grpcs`, `memcached` …; null in stream and mail. */
  readonly scheme: string | null;
  /** Without brackets; null for a socket. */
  readonly host: string | null;
  /** As logged; the scheme's own where none is; null for a socket or a group's name. */
  readonly port: string | null;
  /** Path of the unix socket; null for TCP. */
  readonly socket: string | null;
  /** What the HTTP/1 proxy asked for; null elsewhere. */
  readonly uri: string | null;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', grpc: '80', grpcs: '443' };
const SCHEME = /^([a-z][a-z0-9+-]{1,15}):\/\//;
const SOCKET = /^unix:([^:"]{1,512}):?(.*)$/;
const AUTHORITY = /^(\[[^\]]{1,64}\]|[^/:?]{1,255})(?::(\d{1,5}))?(.*)$/;

/** Null for an empty value. Source: nginx src/http/ngx_http_upstream.c ngx_http_upstream_log… (`upstream: "%V%V%V"`). */
export function toUpstream(raw: string): Upstream | null {
  if (raw === '') return null;
  const scheme = SCHEME.exec(raw)?.[1] ?? null;
  const rest = scheme === null ? raw : raw.slice(scheme.length + 3);
  const socket = SOCKET.exec(rest);
  if (socket) return { raw, scheme, host: null, port: null, socket: socket[1] ?? null, uri: socket[2] || null };
  const authority = AUTHORITY.exec(rest);
  if (!authority) return { raw, scheme, host: null, port: null, socket: null, uri: null };
  const host = (authority[1] ?? '').replace(/^\[|\]$/g, '');
  const isAddress = authority[2] !== undefined || /[.:]/.test(host) || host === 'localhost';
  const port = authority[2] ?? (scheme !== null && isAddress ? (DEFAULT_PORTS[scheme] ?? null) : null);
  return { raw, scheme, host, port, socket: null, uri: authority[3] || null };
}

/** `host:port` as a URL or a socket tool takes it, the path of a socket, or the name of a group. */
export function upstreamAddress(upstream: Upstream): string | null {
  if (upstream.socket !== null) return upstream.socket;
  if (upstream.host === null) return null;
  const host = upstream.host.includes(':') ? `[${upstream.host}]` : upstream.host;
  return upstream.port === null ? host : `${host}:${upstream.port}`;
}
