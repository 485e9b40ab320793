import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseJson } from '../test/fake-slack/json.ts';
import { readBody } from '../test/fake-slack/read-request.ts';
import type { FakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { Act, perform } from './act.ts';
import type { Page } from './build-page.ts';
import { createModalStack } from './modal-stack.ts';
import { takeSnapshot } from './snapshot.ts';

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>nginx-why demo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="page"></div><noscript>This page needs JavaScript.</noscript></body>
</html>`;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Serves the page, tells it of changes (server-sent events) and takes what a person does there. */
export function createPageServer(slack: FakeSlack, page: Page): Server {
  const modals = createModalStack(slack);
  const watching = new Set<ServerResponse>();
  for (const inbox of [slack.calls, slack.views, slack.dispatched]) inbox.watch(tellAll);

  function tellAll(): void {
    for (const response of watching) tell(response);
  }

  function tell(response: ServerResponse): void {
    response.write(`data: ${JSON.stringify(takeSnapshot(slack, modals.top()))}\n\n`);
  }

  function watch(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    watching.add(response);
    request.on('close', () => watching.delete(response));
    tell(response);
  }

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const read = Act.safeParse(parseJson((await readBody(request)).toString('utf8')));
    if (!read.success) return send(response, 400, 'application/json', '{"problem":"That was not understood."}');
    const outcome = await perform(read.data, slack, modals);
    tellAll();
    send(response, 200, 'application/json', JSON.stringify(outcome));
  }

  return createServer((request, response) => {
    if (!isLocal(request.headers.host)) return send(response, 403, 'text/plain', 'This page is for localhost only.');
    const is = (method: string, path: string): boolean => request.method === method && request.url === path;
    if (is('GET', '/')) return send(response, 200, 'text/html', HTML);
    if (is('GET', '/page.js')) return send(response, 200, 'text/javascript', page.script);
    if (is('GET', '/page.css')) return send(response, 200, 'text/css', page.style);
    if (is('GET', '/changes')) return watch(request, response);
    if (is('POST', '/act') && request.headers['content-type'] === 'application/json')
      return void act(request, response);
    send(response, 404, 'text/plain', 'There is nothing here.');
  });
}

/** Other names would let a foreign site reach the page through its own DNS. */
function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(body);
}
