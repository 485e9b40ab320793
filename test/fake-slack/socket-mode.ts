import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { ACK_MS, type Deliver, type Envelope, type Retry } from './delivery.ts';
import { type JsonObject, objectAt, parseObject, stringAt } from './json.ts';

/** The Socket Mode side: connections, envelopes and their acknowledgements. */
export interface SocketMode {
  readonly deliver: Deliver;
  /** A fresh address; it works for one connection. */
  readonly issueUrl: () => string;
  /** Resolves as soon as this many connections have said hello. */
  readonly connected: (count?: number) => Promise<void>;
  readonly connections: () => number;
  /** Asks every connection to reconnect, as Slack does now and then. */
  readonly askToReconnect: (reason?: 'warning' | 'refresh_requested') => void;
  /** Cuts every connection without a word. */
  readonly drop: () => void;
  /** Closes every connection and resolves when they are gone. */
  readonly close: () => Promise<void>;
  /** Every acknowledgement, also late and repeated ones, by envelope id. */
  readonly acks: readonly string[];
}

const PING_MS = 10_000;
const CONNECT_MS = 20_000;

export function createSocketMode(server: Server, appId: string, wsUrl: () => string): SocketMode {
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const acks: string[] = [];
  const pending = new Map<string, (payload: JsonObject) => void>();
  const waiting = new Set<() => void>();
  let issued = 0;
  const sockets = new WebSocketServer({ noServer: true });

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'ws://slack').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, greet);
  });

  function greet(socket: WebSocket): void {
    const ping = setInterval(() => socket.ping(), PING_MS);
    socket.on('message', (data) => onAck(parseObject(data.toString())));
    socket.on('close', () => {
      clearInterval(ping);
      const at = open.indexOf(socket);
      if (at >= 0) open.splice(at, 1);
    });
    open.push(socket);
    const debug_info = { host: 'applink-0', build_number: 1, approximate_connection_time: 18_060 };
    const hello = { type: 'hello', num_connections: open.length, debug_info, connection_info: { app_id: appId } };
    socket.send(JSON.stringify(hello));
    for (const wake of waiting) wake();
  }

  function onAck(message: JsonObject): void {
    const id = stringAt(message, 'envelope_id');
    acks.push(id);
    pending.get(id)?.(objectAt(message, 'payload'));
    pending.delete(id);
  }

  async function deliver(envelope: Envelope, retry: Retry | null): Promise<JsonObject> {
    if (open.length === 0 && envelope.type !== 'events_api') throw new Error('dispatch_failed: no connection is open');
    if (open.length === 0) await connected();
    const socket = open.shift();
    if (!socket) throw new Error('dispatch_failed: the connection closed');
    open.push(socket);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(envelope.id);
        reject(new Error(`operation_timeout: the bot didn't acknowledge ${envelope.type} within ${ACK_MS} ms`));
      }, ACK_MS);
      pending.set(envelope.id, (payload) => {
        clearTimeout(timer);
        resolve(payload);
      });
      socket.send(JSON.stringify(toFrame(envelope, retry)));
    });
  }

  function connected(count = 1): Promise<void> {
    if (open.length >= count) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`The bot didn't open ${count} connection(s) within ${CONNECT_MS} ms`));
      }, CONNECT_MS);
      function check(): void {
        if (open.length < count) return;
        clearTimeout(timer);
        waiting.delete(check);
        resolve();
      }
      waiting.add(check);
    });
  }

  return {
    deliver,
    connected,
    acks,
    connections: () => open.length,
    issueUrl() {
      issued += 1;
      const ticket = `ticket-${issued}`;
      tickets.add(ticket);
      return `${wsUrl()}link/?ticket=${ticket}&app_id=${appId}`;
    },
    close: () => Promise.all([...sockets.clients].map(closeSocket)).then(() => undefined),
    askToReconnect(reason = 'refresh_requested') {
      for (const socket of open)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-0' } }));
    },
    drop() {
      for (const socket of open.splice(0)) socket.terminate();
    },
  };
}

const CLOSE_MS = 500;

function closeSocket(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

function toFrame({ id, type, payload }: Envelope, retry: Retry | null): JsonObject {
  const accepts = type !== 'events_api';
  const again = accepts ? {} : { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
  return { envelope_id: id, type, payload, accepts_response_payload: accepts, ...again };
}
