import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../outgoing/limits.ts';

/** Where a paste can be found again when a button is pressed, hours and restarts later. */
export type PasteSource =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string; readonly thread: string | null }
  /** The paste itself; short ones fit into a button. */
  | { readonly kind: 'inline'; readonly paste: string }
  /** Known only to this process. */
  | { readonly kind: 'memory'; readonly key: string };

const LONGEST_INLINE = 100_000;

/** For a button's value, below Slack's limit. */
export function toValue(source: PasteSource): string {
  switch (source.kind) {
    case 'message':
      return ['m', source.channel, source.ts, source.thread ?? ''].join(' ');
    case 'inline':
      return `z ${deflateRawSync(source.paste, { level: 9 }).toString('base64url')}`;
    case 'memory':
      return `k ${source.key}`;
  }
}

/** Null for a value that is none of ours. Slack signs what it delivers, so a value is what some version of us wrote. */
export function parseValue(value: string): PasteSource | null {
  const [kind, first = '', ts = '', thread = ''] = value.split(' ');
  if (kind === 'm' && first && ts) return { kind: 'message', channel: first, ts, thread: thread || null };
  if (kind === 'k' && first) return { kind: 'memory', key: first };
  return kind === 'z' ? inflate(first) : null;
}

/** Null when even compressed it is too long for a button. */
export function toInlineSource(paste: string): PasteSource | null {
  if (paste.length > LONGEST_INLINE) return null;
  const source: PasteSource = { kind: 'inline', paste };
  return toValue(source).length <= LIMITS.buttonValue ? source : null;
}

function inflate(packed: string): PasteSource | null {
  try {
    const paste = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 4 * LONGEST_INLINE });
    return { kind: 'inline', paste: paste.toString('utf8') };
  } catch {
    return null;
  }
}
