import { type Upstream, upstreamAddress } from '../facts/upstream.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { type AddressKind, addressKind } from './address.ts';
import { allRecords, type EvidenceView, type Shown, someRecords } from './evidence-view.ts';
import { upstreamOf } from './record-request.ts';
import type { Signals } from './signal.ts';

const TLS_PORTS = new Set(['443', '8443', '9443', '6443', '10443']);
const PLAIN_PORTS = new Set(['80', '3000', '5000', '8000', '8080', '8081', '8888']);
// SSH, SMTP, MySQL, PostgreSQL, Redis, memcached, MongoDB, AMQP
const OTHER_SERVICES = new Set(['22', '25', '587', '3306', '5432', '6379', '11211', '27017', '5672']);
const PLACEHOLDERS = new Set(['127.0.0.1:8181', '0.0.0.1:80', '0.0.0.1']);

const speaks = (upstream: Upstream, ...schemes: string[]): boolean => schemes.includes(upstream.scheme ?? '');

/** Signals about where the upstream and the client live. */
export const PLACE_SIGNALS: Signals = {
  'upstream-port-is-usually-tls': upstream((one) => TLS_PORTS.has(one.port ?? '') && speaks(one, 'http', 'grpc')),
  'upstream-port-is-usually-plain': upstream((one) => PLAIN_PORTS.has(one.port ?? '') && speaks(one, 'https', 'grpcs')),
  'upstream-port-is-usually-fastcgi': upstream((one) => one.port === '9000' && speaks(one, 'http')),
  'upstream-port-is-usually-grpc': upstream((one) => one.port === '50051'),
  'upstream-port-is-another-service': upstream((one) => OTHER_SERVICES.has(one.port ?? '')),
  'upstream-is-unix-socket': upstream((one) => one.socket !== null),
  'upstream-is-loopback': upstreamHost(({ isLoopback }) => isLoopback),
  'upstream-is-ipv6': upstreamHost(({ isIpv6 }) => isIpv6),
  'upstream-is-ipv6-loopback': upstream((one) => one.host === '::1'),
  'upstream-is-container-address': upstreamHost(({ isContainer }) => isContainer),
  'upstream-is-private-address': upstreamHost(({ isPrivate }) => isPrivate),
  'upstream-is-public-address': upstreamHost(({ isPublic }) => isPublic),
  'upstream-is-placeholder': upstream((one) => PLACEHOLDERS.has(upstreamAddress(one) ?? '')),
  'socket-below-tmp': upstream((one) => /^\/(?:var\/)?tmp\//.test(one.socket ?? '')),
  'socket-below-home': upstream((one) => /^\/(?:home|root)\//.test(one.socket ?? '')),
  'client-is-private': client(({ isPrivate }) => isPrivate),
  'client-is-loopback': client(({ isLoopback }) => isLoopback),
  'client-is-bridge': client(({ isBridge }) => isBridge),
  'client-is-public': client(({ isPublic }) => isPublic),
  'client-is-upstream': (view) =>
    someRecords(view, (record) => {
      const host = upstreamOf(record)?.host;
      return host !== undefined && host !== null && host === record.context.values.get('client');
    }),
  'one-client': (view) => {
    const first = view.finding.records[0]?.context.values.get('client');
    return first === undefined ? null : allRecords(view, 3, ({ context }) => context.values.get('client') === first);
  },
  'file-below-home': file((path) => /^\/(?:home|root)\//.test(path)),
  'file-below-tmp': file((path) => /^\/(?:var\/)?tmp\//.test(path)),
  'file-in-sites-enabled': file((path) => path.includes('/sites-enabled/')),
  'file-is-log': file((path) => /(?:\.log|\/log\/|\/logs\/)/.test(path)),
  'file-is-cache-or-temp': file((path) => /(?:_temp\/|_temp$|\/cache\/|\/temp\/|client_body)/.test(path)),
};

function upstream(passes: (upstream: Upstream) => boolean): (view: EvidenceView) => Shown {
  return (view) =>
    someRecords(view, (record) => {
      const found = upstreamOf(record);
      return found !== null && passes(found);
    });
}

function upstreamHost(passes: (kind: AddressKind) => boolean): (view: EvidenceView) => Shown {
  return upstream(({ host }) => host !== null && passes(addressKind(host)));
}

function client(passes: (kind: AddressKind) => boolean): (view: EvidenceView) => Shown {
  return (view) => someRecords(view, ({ context }) => passes(addressKind(context.values.get('client') ?? '')));
}

function file(passes: (path: string) => boolean): (view: EvidenceView) => Shown {
  return (view) => {
    const path = view.finding.facts.get('file');
    return path !== undefined && passes(path)
      ? someRecords(view, (record: ErrorRecord) => record.text.includes(path))
      : null;
  };
}
