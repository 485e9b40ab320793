import { type Agent, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

/** How to ask; a plain GET when nothing is said. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Gives up after this many milliseconds, as an impatient client does. */
  readonly patienceMs?: number;
  /** Keeps the client's connection open between requests. */
  readonly agent?: Agent;
  /** The client's own address, any of 127.0.0.0/8; not the one of the backends unless asked for. */
  readonly from?: string;
}

/** What came back. */
export interface Answered {
  /** 0 when no whole answer came. */
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Why no whole answer came. */
  readonly trouble: string | null;
}

/** Asks once, on a connection of its own, and tells what came back; never throws for what the server does. Trusts any certificate. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body, patienceMs, agent, from = '127.0.0.2' }: Asking = {},
  signal: AbortSignal,
): Promise<Answered> {
  const request = url.startsWith('https:') ? overHttps : overHttp;
  const limit = patienceMs === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve) => {
    const asking = request(
      url,
      {
        method,
        agent: agent ?? false,
        localAddress: from,
        rejectUnauthorized: false,
        signal: limit,
        headers: {
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
          ...length,
          ...headers,
        },
      },
      (response) => readAnswer(response).then(resolve),
    );
    asking.once('error', ({ message }) => resolve({ status: 0, headers: {}, body: '', trouble: message }));
    asking.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answered> {
  const { statusCode = 0, headers } = response;
  let body = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) body += chunk;
    return { status: statusCode, headers, body, trouble: null };
  } catch (error) {
    return { status: statusCode, headers, body, trouble: String(error) };
  }
}
