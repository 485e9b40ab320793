import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** Puma with this config.ru and this config/puma.rb, listening on a port of 127.0.0.1. */
export async function createPuma(lab: Lab, port: number, app: string, settings: string): Promise<Backend> {
  const rackup = await lab.place('srv/config.ru', app);
  const settingsFile = await lab.place('srv/config/puma.rb', `bind "tcp://127.0.0.1:${port}"\n${settings}\n`);
  return createBackend(lab, {
    name: 'puma',
    command: ['/usr/bin/puma', '--environment', 'production', '-C', settingsFile, rackup],
    settingsFile,
    isReady: () => isPortListening(port),
  });
}
