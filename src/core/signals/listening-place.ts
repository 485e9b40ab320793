import type { CompanionRecord } from '../records/log-record.ts';
import type { EvidenceView } from './evidence-view.ts';
import { upstreamOf } from './record-request.ts';

const BRACKETED_ADDRESS = /\[[0-9a-fA-F:]{2,45}\]:\d{1,5}/;

/** Where a program says that it listens, the host without brackets; null where its line tells no port. */
export function placeOf({ values, text }: CompanionRecord): { readonly host: string; readonly port: string } | null {
  // A hole for the host ends at the first colon, so of `[::1]:3000` only the line itself has all.
  const bracketed = values.host?.startsWith('[') === true ? BRACKETED_ADDRESS.exec(text)?.[0] : undefined;
  const address = bracketed ?? values.address ?? `${values.host ?? ''}:${values.port ?? ''}`;
  const found = /^(?:\w+:\/\/)?(\[[^\]]{1,60}\]|[^:/]{0,255}):(\d{1,5})/.exec(address);
  return found ? { host: (found[1] ?? '').replace(/^\[|\]$/g, ''), port: found[2] ?? '' } : null;
}

/** The ports of the upstreams that a finding's lines name. */
export function upstreamPorts(view: EvidenceView): ReadonlySet<string> {
  return new Set(view.finding.records.map((record) => upstreamOf(record)?.port).filter((port) => port != null));
}
