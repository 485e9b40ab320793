import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const TCP_LISTEN = '0A';
const ACCEPTS_CONNECTIONS = 0x10000;
/** Below the kernel's range for outgoing connections, so that none of those takes a port between choosing and binding. */
const LOWEST_PORT = 12_000;
const PORTS = 18_000;

/** True when some process listens on this TCP port, whatever the address. Connects to nothing, so that no backend logs a visit.
 * Source: proc(5), /proc/net/tcp. */
export function isPortListening(port: number): boolean {
  const wanted = toHex(port);
  return ['/proc/net/tcp', '/proc/net/tcp6'].some((table) =>
    linesOf(table).some((line) => {
      const [, local = '', , state] = line.trim().split(/\s+/);
      return state === TCP_LISTEN && local.endsWith(wanted);
    }),
  );
}

const STATES = { ESTABLISHED: '01', SYN_SENT: '02' } as const;

/** How many connections to this port are in the state, counted on the side of who connected. */
export function countConnections(port: number, state: keyof typeof STATES): number {
  const remote = toHex(port);
  return linesOf('/proc/net/tcp').filter((line) => {
    const [, , peer = '', found] = line.trim().split(/\s+/);
    return found === STATES[state] && peer.endsWith(remote);
  }).length;
}

/** How many connections wait in the accept queue of who listens on this port. */
export function countWaiting(port: number): number {
  const local = toHex(port);
  const listener = linesOf('/proc/net/tcp')
    .map((line) => line.trim().split(/\s+/))
    .find(([, address = '', , state]) => state === TCP_LISTEN && address.endsWith(local));
  return Number.parseInt(listener?.[4]?.split(':')[1] ?? '0', 16);
}

const toHex = (port: number): string => `:${port.toString(16).toUpperCase().padStart(4, '0')}`;

/** True when some process listens on this unix socket. Source: proc(5), /proc/net/unix. */
export function isSocketListening(path: string): boolean {
  return linesOf('/proc/net/unix').some((line) => {
    const [, , , flags = '0', , , , name] = line.trim().split(/\s+/);
    return name === path && (Number.parseInt(flags, 16) & ACCEPTS_CONNECTIONS) !== 0;
  });
}

function linesOf(table: string): readonly string[] {
  return readFileSync(table, 'utf8').split('\n').slice(1);
}

/** A TCP port that is free on 127.0.0.1 and ::1 alike. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = LOWEST_PORT + Math.floor(Math.random() * PORTS);
    if (!isPortListening(port) && (await canListen(port))) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
