import { addressKind } from './address.ts';
import { isDatabase } from './backend-life.ts';
import type { EvidenceView } from './evidence-view.ts';
import type { ListeningPlace } from './listening-place.ts';
import { upstreamOf } from './record-request.ts';

/** Where backends of a finding say that they listen. Databases count where sessions are passed on, whose upstreams have no scheme;
 * behind HTTP they are what the backend needs. */
export function findListeningPlaces({ finding, life }: EvidenceView): readonly ListeningPlace[] {
  const sessions = finding.records.some((record) => upstreamOf(record)?.scheme === null);
  return life.places().filter(({ record }) => sessions || record.kind !== 'companion' || !isDatabase(record.program));
}

/** True where nginx would connect to that place: not to a loopback address that is another than the upstream's. */
export function isWhereNginxConnects({ host }: ListeningPlace, view: EvidenceView): boolean {
  const own = addressKind(host);
  if (!own.isLoopback || host === 'localhost') return true;
  const hosts = view.finding.records.flatMap((record) => upstreamOf(record)?.host ?? []);
  return (
    hosts.length === 0 ||
    hosts.some((other) => {
      const { isLoopback, isIpv6 } = addressKind(other);
      return other === 'localhost' || (isLoopback && isIpv6 === own.isIpv6);
    })
  );
}

/** The ports of the upstreams that a finding's lines name. */
export function upstreamPorts(view: EvidenceView): ReadonlySet<string> {
  return new Set(view.finding.records.map((record) => upstreamOf(record)?.port).filter((port) => port != null));
}
