import type { CompanionRecord, LogRecord } from '../records/log-record.ts';
import { afterStartWord } from './life-words.ts';

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

/** Reads where lines of companions say it, and lines that no companion knows and that have the words for it. */
export function readListeningPlaces(records: readonly LogRecord[]): readonly ListeningPlace[] {
  return records.flatMap((record) => {
    if (record.kind === 'unknown') return readWords(record) ?? [];
    if (record.kind !== 'companion' || !record.pattern.id.endsWith('-listening')) return [];
    const place = placeOf(record);
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
