import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** What our client sent, as bytes and as read. */
export interface ModelRequest {
  readonly bytes: string;
  readonly prompt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Decides how a server answers; it may also hang or cut the connection. */
export type ModelScript = (request: ModelRequest, response: ServerResponse) => void | Promise<void>;

const Body = z.looseObject({ messages: z.array(z.object({ content: z.string() })) });

/** An OpenAI-compatible server on loopback that does what a script says, down to the bytes. */
export interface ModelServer {
  readonly baseUrl: string;
  readonly requests: readonly ModelRequest[];
  readonly close: () => Promise<void>;
}

export async function startModelServer(script: ModelScript): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer((incoming, response) => {
    void readBytes(incoming).then((bytes) => {
      const body = Body.parse(JSON.parse(bytes));
      const request = { bytes: `${incoming.url}\n${bytes}`, body, prompt: body.messages[0]?.content ?? '' };
      requests.push(request);
      return script(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { baseUrl: `http://127.0.0.1:${portOf(server)}/v1`, requests, close: () => close(server) };
}

/** Streams an answer in pieces as OpenAI's server does, with its usage at the end. */
export function streams(text: string, pieceLength = 7): ModelScript {
  return ({ prompt }, response) => {
    const usage = { prompt_tokens: Math.ceil(prompt.length / 4), completion_tokens: Math.ceil(text.length / 4) };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let at = 0; at < text.length; at += pieceLength) response.write(chunk(text.slice(at, at + pieceLength)));
    response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`);
    response.end('data: [DONE]\n\n');
  };
}

/** One event of a stream. */
export const chunk = (content: string, finish: string | null = null): string =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`;

/** Refuses with a status and an error in OpenAI's shape. */
export function refuses(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): ModelScript {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { code, message, type: 'invalid_request_error' } }));
  };
}

async function readBytes(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model server has no port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
