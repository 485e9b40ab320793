import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import { readBody } from './read-request.ts';
import { breakBefore } from './web-api.ts';
import type { Workspace } from './workspace.ts';

const LOGIN_PAGE =
  '<!DOCTYPE html><html lang="en"><head><title>Slack</title></head><body>Sign in to Slack</body></html>';

/** Slack's file host: downloads with the bot's token, uploads to addresses that were issued for them. Without a token,
 * with a wrong one or without `files:read` a download is a login page with status 200, as on Slack. */
export function createFileHost(
  workspace: Workspace,
  botToken: string,
  scopes: ReadonlySet<string>,
  faults: Faults,
): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://files');
    const upload = /^\/upload\/v1\/(\w+)$/.exec(url.pathname)?.[1];
    const download = /^\/files-pri\/\w+-(\w+)\//.exec(url.pathname)?.[1];
    if (upload && request.method === 'POST')
      void take(request, response, upload, Number(url.searchParams.get('length')));
    else if (download) give(request, response, download);
    else response.writeHead(404).end();
  });

  function give(request: IncomingMessage, response: ServerResponse, id: string): void {
    const fault = faults.take('download');
    if (fault && breakBefore(fault, response)) return;
    const file = workspace.files.get(id);
    const mayRead = request.headers.authorization === `Bearer ${botToken}` && scopes.has('files:read');
    if (!mayRead) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
      return;
    }
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.content.length });
    response.end(file.content);
  }

  async function take(request: IncomingMessage, response: ServerResponse, id: string, length: number): Promise<void> {
    const content = await readUpload(request.headers['content-type'] ?? '', await readBody(request));
    const fault = faults.take('upload');
    if (fault && breakBefore(fault, response)) return;
    const file = workspace.files.get(id);
    if (!file || content.length !== length) return void response.writeHead(400).end('size mismatch');
    workspace.files.set(id, { ...file, content });
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${content.length}`);
  }
}

/** The bytes of an upload: the body itself, or the one file of a multipart form. */
async function readUpload(contentType: string, body: Buffer): Promise<Buffer> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': contentType } }).formData();
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  return Buffer.concat(await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer()))));
}
