import { join } from 'node:path';
import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** uWSGI with this module as `app.py` (its WSGI callable is `app`), listening on a port of 127.0.0.1. `protocol` is the ini file's word
 * for it: `socket` speaks uwsgi, `http-socket` HTTP. */
export async function createUwsgi(
  lab: Lab,
  port: number,
  protocol: 'socket' | 'http-socket',
  app: string,
  settings = '',
): Promise<Backend> {
  const sourceFile = await lab.place('srv/app.py', app);
  const settingsFile = await lab.place(
    'srv/uwsgi.ini',
    `[uwsgi]
plugin = python3
chdir = ${join(lab.dir, 'srv')}
module = app:app
master = true
processes = 1
die-on-term = true
${protocol} = 127.0.0.1:${port}
${settings}
`,
  );
  return createBackend(lab, {
    name: 'uwsgi',
    command: ['/usr/bin/uwsgi', '--ini', settingsFile],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
    settingsFile,
    sourceFile,
    isReady: () => isPortListening(port),
  });
}
