import type { Blame } from '../entry.ts';
import type { Message } from '../message.ts';

/** Who logged a message. */
export interface Speaker {
  /** Continues "It comes from …": a part of nginx, or a project that is none. */
  readonly part: string;
  /** The module of the official reference whose directives govern it; null outside modules. */
  readonly module: string | null;
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^conf$/, 'configuration reader'],
  [/^core\/(?:main|cycle|modules)$/, 'start-up and reload'],
  [/^core\/connection$/, 'sockets and connection table'],
  [/^core\/files$|^core\/output$/, 'reading and writing of files'],
  [/^core\/hash$/, 'hash tables, built while the configuration is read'],
  [/^core\/log$|^core\/syslog$/, 'own logging'],
  [/^core\/proxy_protocol$/, 'PROXY protocol reader'],
  [/^core\/regex$/, 'regular expressions'],
  [/^core\/shm$/, 'shared memory zones'],
  [/^core\/threads$/, 'thread pools'],
  [/^core\//, 'core'],
  [/^resolver$/, 'DNS resolver'],
  [/^event/, 'event loop, where it talks to the operating system'],
  [/^ssl\/ocsp$/, 'OCSP client, which asks whether certificates are revoked'],
  [/^ssl$/, 'TLS code'],
  [/^http\/upstream$/, 'proxying to backends'],
  [/^http\/request$/, 'reading of requests from clients'],
  [/^http\/cache$/, 'response cache'],
  [/^http\/variables$/, 'variables'],
  [/^http\/core$/, 'HTTP core'],
  [/^http2$/, 'HTTP/2 code'],
  [/^http3$|^quic$/, 'HTTP/3 and QUIC code'],
  [/^mail/, 'mail proxy'],
  [/^stream/, 'TCP and UDP proxy (stream)'],
  [/^process$/, 'process management: master and workers'],
  [/^os\//, 'operating system layer'],
  [/^lua$/, 'lua module (OpenResty)'],
];

/** Names the part of nginx that a message comes from, and the module of the reference that it belongs to. */
export function speakerOf(message: Message | null): Speaker {
  const subsystem = message?.subsystem ?? '';
  if (message?.project !== undefined) return { part: describeProject(message.project), module: null };
  const own = /^(?:(mail|stream):|module:)(\w+)$/.exec(subsystem);
  if (own) {
    const kind = own[1] ?? 'http';
    return { part: `nginx's ${own[2]} module`, module: `ngx_${kind}_${own[2]}_module` };
  }
  const part = PARTS.find(([pattern]) => pattern.test(subsystem))?.[1] ?? 'core';
  return { part: `nginx's ${part}`, module: MODULES[subsystem] ?? null };
}

const describeProject = (project: string): string =>
  `${project.slice(project.indexOf('/') + 1)} (${project} on GitHub), which is not part of nginx itself`;

const MODULES: Readonly<Record<string, string>> = {
  'http/core': 'ngx_http_core_module',
  'http/request': 'ngx_http_core_module',
  'http/upstream': 'ngx_http_proxy_module',
  http2: 'ngx_http_v2_module',
  http3: 'ngx_http_v3_module',
  quic: 'ngx_http_v3_module',
  ssl: 'ngx_http_ssl_module',
  'ssl/ocsp': 'ngx_http_ssl_module',
  stream: 'ngx_stream_core_module',
  mail: 'ngx_mail_core_module',
  resolver: 'ngx_http_core_module',
  'core/main': 'ngx_core_module',
};

/** What a message is about, as far as its place in the source tells. */
export function blameOf(message: Message | null): Blame {
  if (message === null) return 'nginx';
  if (message.kind === 'config') return 'config';
  if (/upstream|^mail-proxy$|^stream-proxy$/.test(message.ctx)) return 'backend';
  if (/^http-(?:request|recv|send|ssl|proxyproto)$|^http2|^http3$|^quic$/.test(message.ctx)) return 'client';
  if (/^(?:core\/files|os\/|process|event|core\/(?:shm|threads|connection))/.test(message.subsystem)) return 'system';
  return message.subsystem === 'resolver' ? 'network' : 'nginx';
}
