/** A listening socket as `ss -ltn` and `netstat -ltn` print it. */
export interface Listener {
  /** Without brackets; `*` for any. */
  readonly address: string;
  readonly port: string;
}

// state or protocol, queues, local address, peer
const LISTENER = /^(?:LISTEN|tcp6?)\s+\d+\s+\d+\s+(\[[^\]]{1,60}\]|[^\s:]{1,60}|::1?|:::?|\*):(\d{1,5}|\*)\s/;

/** Null when the line is none. */
export function parseListener(line: string): Listener | null {
  const found = LISTENER.exec(line);
  return found ? { address: (found[1] ?? '').replace(/^\[|\]$/g, ''), port: found[2] ?? '' } : null;
}
