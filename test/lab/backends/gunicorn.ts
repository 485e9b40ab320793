import { join } from 'node:path';
import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { readText } from '../read-text.ts';
import { isPortListening, isSocketListening } from '../sockets.ts';

/** gunicorn with this module as `app.py` (its WSGI callable is `app`) and this gunicorn.conf.py. `listen` is a port of 127.0.0.1 or
 * the path of a unix socket. */
export async function createGunicorn(
  lab: Lab,
  listen: number | string,
  app: string,
  settings: string,
): Promise<Backend> {
  const bind = typeof listen === 'number' ? `127.0.0.1:${listen}` : `unix:${listen}`;
  const sourceFile = await lab.place('srv/app.py', app);
  const settingsFile = await lab.place('srv/gunicorn.conf.py', `bind = "${bind}"\ngraceful_timeout = 2\n${settings}\n`);
  return createBackend(lab, {
    name: 'gunicorn',
    command: ['/usr/bin/gunicorn', '--chdir', join(lab.dir, 'srv'), '-c', settingsFile, 'app:app'],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
    settingsFile,
    sourceFile,
    isReady: () => isBound(readText(settingsFile)),
  });
}

/** True when somebody listens where the settings say. */
function isBound(settings: string): boolean {
  const { socket, port } = /^bind = "(?:unix:(?<socket>[^"]+)|.*:(?<port>\d+))"$/m.exec(settings)?.groups ?? {};
  return socket === undefined ? isPortListening(Number(port)) : isSocketListening(socket);
}
