import { connect } from 'node:net';

/** Sends these bytes to a port of 127.0.0.1 as they are, from 127.0.0.2, and resolves with what came back until the other side closed.
 * For requests that no HTTP client can be brought to send. */
export function speak(port: number, bytes: string | Uint8Array, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2', signal });
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.once('error', () => resolve(heard));
    socket.once('close', () => resolve(heard));
    socket.write(bytes);
  });
}
