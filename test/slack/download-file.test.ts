import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { downloadFile } from '../../src/slack/incoming/download-file.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    }),
  );
}

const text: RequestListener = (_request, response) =>
  response.writeHead(200, { 'content-type': 'text/plain' }).end('lines');
const rules = (origin: string) => ({ token: 'xoxb-1', origin, maxBytes: 1_000, timeoutMs: 300 });
const snippet = (link: string) => ({ id: 'F1', name: 'error.log', mode: 'snippet', url_private_download: link });

test('a snippet is read with the token of the bot', async () => {
  let token: string | undefined;
  const origin = await serve((request, response) => {
    token = request.headers.authorization;
    text(request, response);
  });
  expect(await downloadFile(snippet(`${origin}/f`), rules(origin))).toEqual({
    kind: 'text',
    text: 'lines',
    complete: true,
  });
  expect(token).toBe('Bearer xoxb-1');
});

test('of a large file only the beginning is read, and it says so', async () => {
  const origin = await serve((_request, response) => response.end('x'.repeat(5_000)));
  const read = await downloadFile(snippet(`${origin}/f`), rules(origin));
  expect(read).toEqual({ kind: 'text', text: 'x'.repeat(1_000), complete: false });
});

describe('no token leaves for', () => {
  test.for([
    ['another host', { url_private_download: 'https://evil.example/f' }],
    ['a host that looks alike', { url_private_download: 'https://files.slack.com.evil.example/f' }],
    ['a user name that looks like the host', { url_private_download: 'https://files.slack.com@evil.example/f' }],
    ['another scheme', { url_private_download: 'http://files.slack.com/f' }],
    ['a file that lives outside', { is_external: true }],
    ['a file without an address', { url_private_download: null }],
    ['a picture', { mode: 'hosted', mimetype: 'image/png' }],
  ] as const)('%s', async ([, change]) => {
    const file = { ...snippet('https://files.slack.com/f'), ...change };
    const read = await downloadFile(file, rules('https://files.slack.com'));
    expect(read).toMatchObject({ kind: 'problem', says: expect.stringMatching(/^I can't read error\.log/) });
  });

  test('the place that a redirect names', async () => {
    let asked = false;
    const elsewhere = await serve((_request, response) => {
      asked = true;
      response.end('lines');
    });
    const origin = await serve((_request, response) => response.writeHead(302, { location: `${elsewhere}/f` }).end());
    expect(await downloadFile(snippet(`${origin}/f`), rules(origin))).toMatchObject({ kind: 'problem' });
    expect(asked).toBe(false);
  });
});

describe('it is told what to do when', () => {
  test.for<[string, RequestListener, RegExp]>([
    [
      'Slack shows its login page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      /files:read/,
    ],
    [
      'the login page says it is text',
      (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('<!DOCTYPE html>'),
      /files:read/,
    ],
    ['Slack has trouble', (_, response) => response.writeHead(500).end(), /status 500/],
    ['Slack never answers', () => undefined, /in time/],
  ])('%s', async ([, listener, says]) => {
    const origin = await serve(listener);
    const read = await downloadFile(snippet(`${origin}/f`), rules(origin));
    expect(read).toMatchObject({ kind: 'problem', says: expect.stringMatching(says) });
  });
});
