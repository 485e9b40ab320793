import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** dnsmasq on a port of 127.0.0.1, without the machine's own names and servers. `records` says what it knows. */
export async function createDnsmasq(
  lab: Lab,
  port: number,
  records: readonly string[],
  name = 'dnsmasq',
): Promise<Backend> {
  return createBackend(lab, {
    name,
    command: [
      '/usr/sbin/dnsmasq',
      '--keep-in-foreground',
      '--conf-file=/dev/null',
      '--no-resolv',
      '--no-hosts',
      '--user=root',
      `--pid-file=${lab.dir}/${name}.pid`,
      '--listen-address=127.0.0.1',
      '--bind-interfaces',
      `--port=${port}`,
      '--log-facility=-',
      ...records,
    ],
    isReady: () => isPortListening(port),
  });
}

/** What makes dnsmasq know app.internal, and answer that it has no IPv6 address. */
export const APP_INTERNAL: readonly string[] = ['--host-record=app.internal,127.0.0.1', '--local=/internal/'];
