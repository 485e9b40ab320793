import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

/** `GET /healthz`: the process runs. `GET /readyz`: it takes events (503 with the reason when not). `GET /metrics`. */
export interface HealthServer {
  /** The port that it listens on, also where 0 was asked for. */
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Null while events are taken, else why not. */
export type Readiness = () => string | null;

/** Starts listening; rejects when the port is taken. */
export function startHealthServer(port: number, readiness: Readiness, registry: Registry): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'Only GET is answered here.');
    switch (request.url?.split('?')[0]) {
      case '/healthz':
        return send(response, 200, 'ok');
      case '/readyz':
        return sendReadiness(response, readiness());
      case '/metrics':
        return void sendMetrics(response, registry);
      default:
        return send(response, 404, 'Here are /healthz, /readyz and /metrics.');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve({ port: portOf(server), close: () => close(server) }));
  });
}

function sendReadiness(response: ServerResponse, reason: string | null): void {
  if (reason === null) send(response, 200, 'ready');
  else send(response, 503, reason);
}

async function sendMetrics(response: ServerResponse, registry: Registry): Promise<void> {
  try {
    const body = await registry.metrics();
    send(response, 200, body, registry.contentType);
  } catch {
    send(response, 500, 'The metrics could not be collected.');
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', connection: 'close' });
  response.end(`${body}\n`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
