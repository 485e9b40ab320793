import { type Backend, createBackend } from '../backend.ts';
import type { Lab } from '../lab.ts';
import { isPortListening } from '../sockets.ts';

/** A Node program as a backend. It finds its port in `process.env.PORT` and listens there itself. */
export async function createNode(lab: Lab, port: number, program: string, name = 'node'): Promise<Backend> {
  const file = await lab.place(`srv/${name}.mjs`, program);
  return createBackend(lab, {
    name,
    command: [process.execPath, file],
    sourceFile: file,
    env: { PORT: String(port) },
    isReady: () => isPortListening(port),
  });
}
