import { findListeningPlaces, upstreamPorts } from './backends-of-finding.ts';
import { type EvidenceView, orNull, type Shown, someRecords } from './evidence-view.ts';
import { parseListener } from './listener.ts';
import { upstreamOf } from './record-request.ts';
import type { Signals } from './signal.ts';

const LONGEST_OUTPUT = 1_000;
const SOCKET_LISTING = /^s([rwx-]{9})[.+@]?\s.*\.?sock/;
const CLOSED_DIRECTORY = /^d(?:[rwxsStT-]{8}-|[rwxsStT-]{3}[rwxsS-]{3}[rw-]{2}[-T])[.+@]?\s/;
const HOSTS_LINE = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]{3,39})\s+[A-Za-z][\w.-]*(?:\s+[\w.-]+)*\s*$/;
const CONTAINER_ADDRESS = /^\s*"IPAddress": "(\d{1,3}(?:\.\d{1,3}){3})"/;
const CONTAINER_PREFIX = /\| $|\bstd(?:out|err) [FP] $|\[pod\//;
const LARGEST_CONTAINER_PID = 99;

/** Signals that the output of commands shows, pasted beside the log. */
export const SHELL_SIGNALS: Signals = {
  'port-listens': (view) => listeners(view, () => true) ?? (view.life.lastStop() ? null : listening(view, () => true)),
  'backend-listens-on-other-port': (view) => listeningElsewhere(view),
  'port-listens-on-loopback': (view) => listeners(view, (address) => address === '127.0.0.1'),
  'backend-listening-on-loopback': (view) =>
    listening(view, (address) => address === '127.0.0.1' || address === 'localhost') ??
    listeners(view, (address) => address === '127.0.0.1'),
  'backend-listening-on-ipv6-loopback': (view) =>
    listening(view, (address) => address === '::1') ?? listeners(view, (address) => address === '::1'),
  'backend-listens-without-tls': (view) =>
    view.finding.records.some((record) => /^(?:http|grpc)s$/.test(upstreamOf(record)?.scheme ?? ''))
      ? listening(view, () => true, 'http://')
      : null,
  'backend-listens-with-tls': (view) =>
    view.finding.records.some((record) => /^(?:http|grpc)$/.test(upstreamOf(record)?.scheme ?? ''))
      ? listening(view, () => true, 'https://')
      : null,
  'docker-address-differs': (view) => addressesOfContainers(view),
  'docker-ps-unpublished-port': (view) =>
    output(
      view,
      (text) => /\b\d{1,5}\/tcp\b/.test(text) && !text.includes('->') && /\bUp \d|\bUp About|\bUp Less/.test(text),
    ),
  'listing-socket-not-writable': (view) => output(view, (text) => isClosed(SOCKET_LISTING.exec(text)?.[1])),
  'listing-socket-exists': (view) => output(view, (text) => SOCKET_LISTING.test(text)),
  'listing-closed-directory': (view) => output(view, (text) => CLOSED_DIRECTORY.test(text)),
  'listing-says-missing': (view) => output(view, (text) => /^(?:ls|stat): cannot (?:access|statx?) /.test(text)),
  'id-says-root': (view) => output(view, (text) => /^uid=0\(root\) /.test(text)),
  'systemd-private-tmp': (view) => output(view, (text) => /^PrivateTmp=(?:yes|true)\b/.test(text)),
  'hosts-file-listing': (view) => output(view, (text) => HOSTS_LINE.test(text)),
  'resolv-conf-search': (view) => output(view, (text) => /^search [a-z0-9.-]+/.test(text)),
  'disk-is-full': (view) => output(view, (text) => /^\S+\s.*\s100%\s+\//.test(text)),
  'nginx-in-container': (view) =>
    someRecords(
      view,
      ({ prefix, pid }) => CONTAINER_PREFIX.test(prefix) || (pid !== null && pid <= LARGEST_CONTAINER_PID),
    ),
};

/** Lines that are no log line of a program that is known. */
function output(view: EvidenceView, passes: (text: string) => boolean): Shown {
  return orNull(
    view.records.filter((record) => record.kind === 'unknown' && passes(record.text.slice(0, LONGEST_OUTPUT))),
  );
}

/** Neither the group nor others may write: nginx's workers are not the owner. */
const isClosed = (mode: string | undefined): boolean => mode !== undefined && mode[7] !== 'w' && mode[4] !== 'w';

/** Lines of ss or netstat about the upstream's port, by the address that is listened on. */
function listeners(view: EvidenceView, passes: (address: string) => boolean): Shown {
  const ports = upstreamPorts(view);
  return output(view, (text) => {
    const found = parseListener(text);
    return found !== null && ports.has(found.port) && passes(found.address);
  });
}

/** Backends that say themselves where they listen, on the upstream's port. */
function listening(view: EvidenceView, passes: (address: string) => boolean, words = ''): Shown {
  const ports = upstreamPorts(view);
  return orNull(
    findListeningPlaces(view)
      .filter(({ record, host, port }) => ports.has(port) && passes(host) && record.text.includes(words))
      .map(({ record }) => record),
  );
}

/** Backends that say that they listen, and none of them on the upstream's port. */
function listeningElsewhere(view: EvidenceView): Shown {
  const ports = upstreamPorts(view);
  const places = findListeningPlaces(view);
  return ports.size === 0 || places.some(({ port }) => ports.has(port))
    ? null
    : orNull(places.map(({ record }) => record));
}

/** What `docker inspect` prints of a container's address, where none of them is the upstream's. */
function addressesOfContainers(view: EvidenceView): Shown {
  const hosts = new Set(view.finding.records.map((record) => upstreamOf(record)?.host));
  const shown = output(view, (text) => CONTAINER_ADDRESS.test(text)) ?? [];
  return shown.some(({ text }) => hosts.has(CONTAINER_ADDRESS.exec(text)?.[1])) ? null : orNull(shown);
}
