import type { LogRecord } from '../records/log-record.ts';
import type { Home, Homes } from './home.ts';

/** `app-1  | `, as docker compose writes it. Foreman's `web.1   | ` has a dot before its number. */
const COMPOSE = /(?:^|\s)(?<name>[A-Za-z0-9][\w.-]{0,99}) {1,60}\| /;
const FOREMAN = /\.\d{1,4}$/;
/** `[pod/app-7d9c-x2x/app] `, as `kubectl logs --prefix` writes it. */
const POD = /\[pod\/(?<name>[a-z0-9][a-z0-9.-]{0,252})\/[\w.-]{1,253}\] /;
/** What a node of a cluster puts before each line of a container. Source: the CRI's logging format. */
const CRI = /\bstd(?:out|err) [FP] $/;
/** These tell about other programs, and aren't the backend. */
const ONLOOKERS: ReadonlySet<string> = new Set([
  'apparmor',
  'cert-manager',
  'certbot',
  'dns',
  'docker',
  'kernel',
  'kubernetes',
  'ping',
  'selinux',
  'systemd',
  'watchdog',
]);

/** Reads from pasted lines where programs run. A program is taken to run where the prefixes of its own lines say so, all of them; lines of
 * Docker and Kubernetes may be about others, and show only what is around. */
export function findHomes(records: readonly LogRecord[]): Homes {
  const nginx = toHome(records.filter(({ kind }) => kind === 'error'));
  const backend = toHome(records.filter((record) => record.kind === 'companion' && !ONLOOKERS.has(record.program)));
  const isNginxRefused = records.some((record) => record.kind === 'error' && record.level === 'emerg');
  return { nginx, backend, isNginxRefused, around: withoutName(nginx ?? backend ?? findOnlooker(records)) };
}

/** Null where some lines come from nowhere in particular, or where they come from two kinds of places. */
function toHome(records: readonly LogRecord[]): Home | null {
  const homes = records.map(homeOf);
  const [first = null] = homes;
  if (first === null || homes.some((home) => home?.kind !== first.kind)) return null;
  return homes.every((home) => nameOf(home) === nameOf(first)) ? first : withoutName(first);
}

function homeOf(record: LogRecord): Home | null {
  const { prefix } = record;
  const pod = POD.exec(prefix)?.groups?.name;
  if (pod !== undefined) return { kind: 'kubernetes', pod };
  if (CRI.test(prefix) || (record.kind === 'error' && record.author === 'ingress-nginx'))
    return { kind: 'kubernetes', pod: null };
  const name = COMPOSE.exec(prefix)?.groups?.name;
  return name === undefined || FOREMAN.test(name) ? null : { kind: 'compose', prefix: name };
}

function nameOf(home: Home | null): string | null {
  if (home?.kind === 'compose') return home.prefix;
  return home?.kind === 'kubernetes' ? home.pod : null;
}

function withoutName(home: Home | null): Home | null {
  if (home?.kind === 'compose') return { kind: 'compose', prefix: null };
  return home?.kind === 'kubernetes' ? { kind: 'kubernetes', pod: null } : home;
}

function findOnlooker(records: readonly LogRecord[]): Home | null {
  const tells = (program: string): boolean =>
    records.some((record) => record.kind === 'companion' && record.program === program);
  if (tells('kubernetes')) return { kind: 'kubernetes', pod: null };
  return tells('docker') ? { kind: 'docker' } : null;
}
