import type { Server } from 'node:http';

const TRIES = 20;

/** Listens on this port of 127.0.0.1 or on the next free one, and resolves with the port. 0 takes any free one. */
export async function listenNear(server: Server, port: number): Promise<number> {
  for (let next = port; next < port + TRIES; next += 1) {
    const taken = await listen(server, next);
    if (taken !== null) return taken;
  }
  throw new Error(`No port from ${port} to ${port + TRIES - 1} is free. Choose another one with --port.`);
}

function listen(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error);
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
