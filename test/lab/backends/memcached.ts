import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** memcached on an address of the loopback. */
export async function createMemcached(lab: Lab, address: string, port: number): Promise<Backend> {
  return createBackend(lab, {
    name: 'memcached',
    command: ['/usr/bin/memcached', '-u', 'nobody', '-l', address, '-p', String(port), '-m', '8', '-t', '1'],
    isReady: () => isPortListening(port),
  });
}
