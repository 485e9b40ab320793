import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** HAProxy from one port of 127.0.0.1 to another: a hop between nginx and the application, or the balancer in front of nginx. `settings`
 * are lines of its `defaults`, `options` stand at the end of its `server` line. */
export async function createHaproxy(
  lab: Lab,
  port: number,
  to: number,
  settings: string,
  options = '',
): Promise<Backend> {
  const settingsFile = await lab.place(
    'etc/haproxy.cfg',
    `global
    log stdout format raw daemon

defaults
    log global
    timeout connect 2s
    timeout client 60s
${settings}

listen shop
    bind 127.0.0.1:${port}
    server shop1 127.0.0.1:${to}${options === '' ? '' : ` ${options}`}
`,
  );
  return createBackend(lab, {
    name: 'haproxy',
    command: ['/usr/sbin/haproxy', '-db', '-f', settingsFile],
    settingsFile,
    isReady: () => isPortListening(port),
  });
}
