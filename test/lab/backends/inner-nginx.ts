import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** A second nginx, behind the first: the server in another house, or the part of a backend that speaks TLS. Its log is its access log. */
export async function createInnerNginx(lab: Lab, port: number, site: string): Promise<Backend> {
  const logFile = join(lab.dir, 'log/inner-access.log');
  for (const folder of ['log', 'run', 'temp']) mkdirSync(join(lab.dir, folder), { recursive: true });
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${lab.dir}/temp/inner-${name};`,
  );
  const settingsFile = await lab.place(
    'srv/inner.conf',
    `daemon off;
worker_processes 1;
pid ${lab.dir}/run/inner.pid;
error_log ${lab.dir}/log/inner-error.log warn;
events { }
http {
access_log ${logFile};
${temps.join('\n')}
${site}
}
`,
  );
  return createBackend(lab, {
    name: 'inner-nginx',
    command: ['/usr/sbin/nginx', '-p', lab.dir, '-c', settingsFile],
    logFile,
    settingsFile,
    isReady: () => isPortListening(port),
  });
}
