import type { IncomingMessage } from 'node:http';
import { type JsonObject, parseJson, parseObject } from './json.ts';

/** Arguments that WebClient sends as JSON inside of a form field. */
const STRUCTURED = /^(blocks|attachments|view|files|metadata|chunks|loading_messages)$/;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The arguments of a Web API call, from a JSON body or a form. */
export function readArguments(contentType: string, body: string): JsonObject {
  if (contentType.startsWith('application/json')) return parseObject(body);
  const entries = [...new URLSearchParams(body)].map(([key, value]) => [
    key,
    STRUCTURED.test(key) ? (parseJson(value) ?? value) : value,
  ]);
  return Object.fromEntries(entries);
}
