import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Backend, createBackend } from '../backend.ts';
import { writeSettings } from '../config-text.ts';
import type { Lab } from '../lab.ts';
import { readText } from '../read-text.ts';
import { isPortListening, isSocketListening } from '../sockets.ts';

/** PHP-FPM with one pool on a unix socket that nginx's workers may use, or where the settings' `listen` says. `scripts` are placed below
 * `srv/www`; `settings` are lines of the pool, each in place of the one with the same name. */
export async function createPhpFpm(
  lab: Lab,
  scripts: Readonly<Record<string, string>>,
  settings = '',
): Promise<Backend & { readonly socket: string }> {
  const socket = join(lab.dir, 'run/php-fpm.sock');
  const logFile = join(lab.dir, 'log/php8.2-fpm.log');
  mkdirSync(join(lab.dir, 'run'), { recursive: true });
  for (const [name, text] of Object.entries(scripts)) await lab.place(`srv/www/${name}`, text);
  const settingsFile = await lab.place('etc/php/8.2/fpm/pool.d/www.conf', writeSettings(toPool(socket), settings));
  const conf = await lab.place(
    'etc/php/8.2/fpm/php-fpm.conf',
    `[global]\nerror_log = ${logFile}\ndaemonize = no\ninclude = ${settingsFile}\n`,
  );
  await lab.place('bin/php-fpm8.2', `#!/bin/sh\nexec /usr/sbin/php-fpm8.2 --fpm-config ${conf} "$@"\n`, 0o755);
  const backend = createBackend(lab, {
    name: 'php-fpm',
    command: ['/usr/sbin/php-fpm8.2', '--nodaemonize', '--fpm-config', conf],
    settingsFile,
    logFile,
    isReady: () => isBound(readText(settingsFile)),
  });
  return { ...backend, socket };
}

/** True when somebody listens where the settings say. */
function isBound(settings: string): boolean {
  const listen = /^listen = (.*)$/m.exec(settings)?.[1] ?? '';
  return listen.startsWith('/') ? isSocketListening(listen) : isPortListening(Number(listen.split(':').at(-1)));
}

function toPool(socket: string): string {
  const user =
    process.getuid?.() === 0
      ? 'user = www-data\ngroup = www-data\nlisten.owner = www-data\nlisten.group = www-data\n'
      : '';
  return `[www]
${user}listen = ${socket}
pm = static
pm.max_children = 2
catch_workers_output = yes
`;
}
