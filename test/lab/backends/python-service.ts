import { join } from 'node:path';
import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** A Python program run with the limits of a unit, as systemd would: `LimitNOFILE=` and, by the number of processes and threads of a user
 * of its own, `TasksMax=`. It finds its port in `PORT`. The unit is its settings. Only as root. */
export async function createPythonService(lab: Lab, port: number, program: string, limits: string): Promise<Backend> {
  const sourceFile = await lab.place('srv/service.py', program);
  const settingsFile = await lab.place('etc/app.service', `[Service]\n${limits}\n`);
  const user = 40_000 + Math.floor(Math.random() * 20_000);
  const start = await lab.place(
    'srv/start.sh',
    `limit() { sed -n "s/^$1=//p" ${settingsFile}; }
exec prlimit --nofile="$(limit LimitNOFILE)" --nproc="$(limit TasksMax)" \\
  setpriv --reuid=${user} --regid=${user} --clear-groups /usr/bin/python3 -u ${sourceFile}
`,
  );
  return createBackend(lab, {
    name: 'service',
    command: ['/bin/sh', start],
    env: { PORT: String(port), PYTHONDONTWRITEBYTECODE: '1' },
    settingsFile,
    sourceFile,
    logFile: join(lab.dir, 'log/service.log'),
    isReady: () => isPortListening(port),
  });
}
