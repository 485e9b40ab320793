import type { CompanionRecord, LogRecord } from '../records/log-record.ts';
import { isDatabase } from './backend-life.ts';
import type { EvidenceView } from './evidence-view.ts';
import { afterStartWord } from './life-words.ts';
import { upstreamOf } from './record-request.ts';

const BRACKETED_ADDRESS = /\[[0-9a-fA-F:]{2,45}\]:\d{1,5}/;
const ADDRESS = /(?:^|[\s/@'"(])(\[[0-9a-fA-F:]{2,45}\]|\*|[A-Za-z0-9._-]{0,60}):(80|\d{3,5})(?![\w.:-])/;
const PORT = /\bport(?: is|:|=)? ?(\d{2,5})\b/i;

/** Where a program says that it listens. */
export interface ListeningPlace {
  readonly record: LogRecord;
  /** Without brackets; empty where only a port is told. */
  readonly host: string;
  readonly port: string;
}

/** All places where backends say that they listen: lines of companions, and lines that no companion knows and that have the words
 * for it. Databases count where sessions are passed on, whose upstreams have no scheme; behind HTTP they are what the backend needs. */
export function findListeningPlaces(view: EvidenceView): readonly ListeningPlace[] {
  const sessions = view.finding.records.some((record) => upstreamOf(record)?.scheme === null);
  return view.records.flatMap((record) => {
    if (record.kind === 'unknown') return readWords(record) ?? [];
    if (record.kind !== 'companion' || !record.pattern.id.endsWith('-listening')) return [];
    const place = isDatabase(record.program) && !sessions ? null : placeOf(record);
    return place === null ? [] : [{ record, ...place }];
  });
}

function placeOf({ values, text }: CompanionRecord): Omit<ListeningPlace, 'record'> | null {
  // A hole for the host ends at the first colon, so of `[::1]:3000` only the line itself has all.
  const bracketed = values.host?.startsWith('[') === true ? BRACKETED_ADDRESS.exec(text)?.[0] : undefined;
  const address = bracketed ?? values.address ?? `${values.host ?? ''}:${values.port ?? ''}`;
  const found = /^(?:\w+:\/\/)?(\[[^\]]{1,60}\]|[^:/]{0,255}):(\d{1,5})/.exec(address);
  return found ? { host: (found[1] ?? '').replace(/^\[|\]$/g, ''), port: found[2] ?? '' } : null;
}

/** Reads "Server started on http://127.0.0.1:8080", in whatever words. */
function readWords(record: LogRecord): ListeningPlace | null {
  const rest = afterStartWord(record.text);
  if (rest === null) return null;
  const found = ADDRESS.exec(rest);
  if (found) return { record, host: (found[1] ?? '').replace(/^\[|\]$/g, ''), port: found[2] ?? '' };
  const port = PORT.exec(rest)?.[1];
  return port === undefined ? null : { record, host: '', port };
}

/** The ports of the upstreams that a finding's lines name. */
export function upstreamPorts(view: EvidenceView): ReadonlySet<string> {
  return new Set(view.finding.records.map((record) => upstreamOf(record)?.port).filter((port) => port != null));
}
