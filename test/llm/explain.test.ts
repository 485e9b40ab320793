import { once } from 'node:events';
import { LLMock } from '@copilotkit/aimock';
import { afterEach, expect, test } from 'vitest';
import type { Outcome } from '../../src/llm/ask/outcome.ts';
import { createPseudonyms } from '../../src/llm/redact/pseudonyms.ts';
import { createTold, explainThrough, FLAGSHIP, leadOf, textOf, wishFor } from './explain-paste.ts';
import { chunk, type ModelScript, type ModelServer, refuses, startModelServer, streams } from './model-server.ts';

const GOOD =
  'The worker behind upstream-1 took too long with the request for path-1, so gunicorn ended it, as [gunicorn-worker-timeout] says. The next thing to do is [fix:gunicorn-worker-timeout].';
const GOOD_JSON = JSON.stringify({ mostLikely: 'gunicorn-worker-timeout', sentences: GOOD.split(/(?<=\.) /) });

const servers: ModelServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(script: ModelScript): Promise<ModelServer> {
  const server = await startModelServer(script);
  servers.push(server);
  return server;
}

async function explainWith(script: ModelScript): Promise<Outcome> {
  const { baseUrl } = await serve(script);
  return explainThrough(baseUrl, createTold())(wishFor(leadOf(FLAGSHIP)));
}

const said = (outcome: Outcome): string => (outcome.kind === 'explained' ? textOf(outcome.sentences) : outcome.kind);

test.for([
  ['prose', GOOD],
  ['the JSON that it was asked for', GOOD_JSON],
  ['JSON in a fence of Markdown', `\`\`\`json\n${GOOD_JSON}\n\`\`\``],
] as const)('shows what a model says in %s, with values and titles put back', async ([, text]) => {
  const shown = said(await explainWith(streams(text)));
  expect(shown).toContain('The worker behind 10.1.2.3:8080 took too long with the request for /api/data');
  expect(shown).not.toMatch(/upstream-1|\[gunicorn/);
});

test('hands on each sentence as it comes', async () => {
  const { baseUrl } = await serve(streams(GOOD));
  const heard: string[] = [];
  const onSentence = (parts: readonly { readonly text: string }[]) =>
    void heard.push(parts.map(({ text }) => text).join(''));
  const outcome = await explainThrough(baseUrl, createTold())(wishFor(leadOf(FLAGSHIP), { onSentence }));
  expect(heard).toHaveLength(2);
  expect(heard.join(' ')).toBe(said(outcome));
});

test('works with the independent server aimock', async () => {
  const server = new LLMock({ port: 0, logLevel: 'silent' });
  server.onMessage(/FACTS/, { content: GOOD });
  await server.start();
  const outcome = await explainThrough(`${server.url}/v1`, createTold())(wishFor(leadOf(FLAGSHIP)));
  await server.stop();
  expect(said(outcome)).toContain('10.1.2.3:8080');
});

test('learns once that a server knows no structured output, and does without', async () => {
  const { baseUrl, requests } = await serve((request, response) =>
    ('response_format' in request.body
      ? refuses(400, 'unsupported', 'response_format is not supported')
      : streams(GOOD))(request, response),
  );
  const explain = explainThrough(baseUrl, createTold());
  const first = await explain(wishFor(leadOf(FLAGSHIP)));
  await explain(wishFor(leadOf(FLAGSHIP.replace('POST', 'PUT'))));
  expect(said(first)).toContain('10.1.2.3:8080');
  expect(requests.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
});

test('answers an identical incident from the cache, with its own values', async () => {
  const { baseUrl, requests } = await serve(streams(GOOD));
  const told = createTold();
  const explain = explainThrough(baseUrl, told);
  await explain(wishFor(leadOf(FLAGSHIP)));
  const again = await explain(wishFor(leadOf(FLAGSHIP.replaceAll('10.1.2.3', '10.9.9.9'))));
  expect(requests).toHaveLength(1);
  expect(said(again)).toContain('10.9.9.9:8080');
  expect(told.outcomes).toEqual(['explained', 'cached']);
});

test('keeps one explanation of an incident for each language', async () => {
  const german = 'Der Prozess hinter upstream-1 brauchte zu lange, also hat gunicorn ihn nach seiner Frist beendet.';
  const { baseUrl, requests } = await serve((request, response) =>
    streams(request.prompt.includes('words in German') ? german : GOOD)(request, response),
  );
  const told = createTold();
  const explain = explainThrough(baseUrl, told);
  const shown: string[] = [];
  for (const language of ['English', 'German', 'English', 'German'])
    shown.push(said(await explain(wishFor(leadOf(FLAGSHIP), { wording: { language, keepsSites: false } }))));
  expect(requests).toHaveLength(2);
  expect(told.outcomes).toEqual(['explained', 'explained', 'cached', 'cached']);
  expect(shown.map((text) => text.startsWith('Der Prozess'))).toEqual([false, true, false, true]);
});

test('tries again when a server says when', async () => {
  let asked = 0;
  const outcome = await explainWith((request, response) => {
    asked += 1;
    const busy = refuses(429, 'rate_limit_exceeded', 'slow down', { 'retry-after-ms': '1' });
    return (asked === 1 ? busy : streams(GOOD))(request, response);
  });
  expect(asked).toBe(2);
  expect(outcome.kind).toBe('explained');
});

const cut: ModelScript = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(chunk('The worker took'), () => response.destroy());
};
const event =
  (text: string): ModelScript =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(text);
  };

test.for([
  ['a server error', refuses(500, 'oops', 'oops'), 'server-away'],
  [
    'a connection that is cut at once',
    (_: unknown, response: Parameters<ModelScript>[1]) => void response.destroy(),
    'server-away',
  ],
  ['a connection that is cut in the middle', cut, 'server-away'],
  ['too many requests', refuses(429, 'rate_limit_exceeded', 'slow down', { 'retry-after-ms': '1' }), 'rate-limited'],
  ['a wrong key', refuses(401, 'invalid_api_key', 'no'), 'key-refused'],
  ['an unknown model', refuses(404, 'model_not_found', 'no'), 'model-unknown'],
  [
    'a context that is too long',
    refuses(400, 'context_length_exceeded', 'maximum context length is 2048'),
    'context-too-long',
  ],
  ['a content filter', refuses(400, 'content_filter', 'filtered'), 'content-filter'],
  ['a content filter in the stream', event(chunk('The', 'content_filter')), 'content-filter'],
  ['garbage', event('data: {"choices": oh no\n\n'), 'broken-answer'],
  ['JSON of another shape', streams('{"sentences": 3}'), 'broken-answer'],
  [
    'JSON that ends in the middle',
    streams('{"mostLikely": "gunicorn-worker-timeout", "sentences": ["The wor'),
    'broken-answer',
  ],
  ['a megabyte of text', streams('The worker died. '.repeat(60_000), 4_096), 'broken-answer'],
] as const)('says what failed after %s', async ([, script, failure]) => {
  expect(await explainWith(script)).toEqual({ kind: 'failed', failure });
});

test('drops an empty answer', async () => {
  expect(await explainWith(streams(''))).toEqual({ kind: 'dropped', fault: 'nothing-left' });
});

test('drops an answer whose first cause is not the first', async () => {
  const other = GOOD_JSON.replace('"gunicorn-worker-timeout"', '"keepalive-race"');
  expect(await explainWith(streams(other))).toEqual({ kind: 'dropped', fault: 'contradicts-ranking' });
});

test('gives up a server that does not begin, and ends the request', async () => {
  let ended: Promise<unknown> = Promise.reject(new Error('never asked'));
  ended.catch(() => {});
  const { baseUrl } = await serve((_, response) => {
    ended = once(response, 'close');
  });
  const explain = explainThrough(baseUrl, createTold(), { firstWordMs: 1_000 });
  expect(await explain(wishFor(leadOf(FLAGSHIP)))).toEqual({ kind: 'failed', failure: 'first-word-too-late' });
  await ended;
});

test('gives up a server that hangs in the middle', async () => {
  const { baseUrl } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk('The worker took too long. The'));
  });
  const explain = explainThrough(baseUrl, createTold(), { wholeMs: 200 });
  expect(await explain(wishFor(leadOf(FLAGSHIP)))).toEqual({ kind: 'failed', failure: 'too-late' });
});

test('Stop ends the request on the wire', async () => {
  const stop = new AbortController();
  let ended: Promise<unknown> | null = null;
  const { baseUrl } = await serve((_, response) => {
    ended = once(response, 'close');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk('The worker behind upstream-1 took too long. And'), () => stop.abort());
  });
  const outcome = await explainThrough(baseUrl, createTold())(wishFor(leadOf(FLAGSHIP), { stop: stop.signal }));
  expect(outcome).toEqual({ kind: 'failed', failure: 'stopped' });
  await ended;
});

test('stops asking a server that is away, for a while', async () => {
  const { baseUrl, requests } = await serve((_, response) => void response.destroy());
  const explain = explainThrough(baseUrl, createTold(), {}, 0);
  for (let wish = 0; wish < 7; wish += 1) await explain(wishFor(leadOf(FLAGSHIP)));
  expect(requests).toHaveLength(5);
});

test('sends nothing that stands in the paste', async () => {
  const { baseUrl, requests } = await serve(streams(GOOD));
  await explainThrough(baseUrl, createTold())(wishFor(leadOf(FLAGSHIP)));
  const bytes = requests.map((request) => request.bytes).join('');
  for (const secret of ['s3cr3t', '10.1.2.3', '203.0.113.7', 'portal.example', '/api/data'])
    expect(bytes).not.toContain(secret);
});

test('keeps the names of a case', () => {
  const names = createPseudonyms();
  expect([names.nameOf('client', 'a'), names.nameOf('client', 'b'), names.nameOf('client', 'a')]).toEqual([
    'client-1',
    'client-2',
    'client-1',
  ]);
  expect([names.valueOf('client-2'), names.valueOf('client-3')]).toEqual(['b', null]);
});
