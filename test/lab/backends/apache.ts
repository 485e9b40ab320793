import { join } from 'node:path';
import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

const MODULES = ['mpm_prefork', 'authz_core', 'alias', 'cgi'];

/** Apache with the prefork model, one CGI script at /report and these further lines, listening on a port of 127.0.0.1. */
export async function createApache(lab: Lab, port: number, script: string, settings: string): Promise<Backend> {
  const logFile = join(lab.dir, 'log/apache-error.log');
  const cgi = await lab.place('srv/report.sh', `#!/bin/sh\n${script}\n`, 0o755);
  const settingsFile = await lab.place(
    'etc/apache2.conf',
    `ServerName localhost
ServerRoot ${lab.dir}
PidFile ${lab.dir}/run/apache2.pid
DefaultRuntimeDir ${lab.dir}/run
Mutex file:${lab.dir}/run default
ErrorLog ${logFile}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data\n' : ''}Listen 127.0.0.1:${port}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ScriptAlias /report ${cgi}
<Directory ${lab.dir}/srv>
    Require all granted
</Directory>
${settings}
`,
  );
  await lab.place('run/.keep', '');
  return createBackend(lab, {
    name: 'apache',
    command: ['/usr/sbin/apache2', '-DFOREGROUND', '-f', settingsFile],
    settingsFile,
    logFile,
    isReady: () => isPortListening(port),
  });
}
