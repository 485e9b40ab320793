import { afterEach, expect, test } from 'vitest';
import { type HealthServer, startHealthServer } from '../../src/http/health-server.ts';
import { createMetrics } from '../../src/http/metrics.ts';

const metrics = createMetrics();
let trouble: string | null = null;
let server: HealthServer | undefined;
afterEach(() => server?.close());

async function get(path: string, init?: RequestInit): Promise<readonly [number, string]> {
  server = await startHealthServer(0, () => trouble, metrics.registry);
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return [response.status, await response.text()];
}

test('the process is alive while it answers', async () => {
  expect(await get('/healthz')).toEqual([200, 'ok\n']);
});

test('it is ready while events can arrive', async () => {
  trouble = null;
  expect(await get('/readyz?verbose')).toEqual([200, 'ready\n']);
});

test('it is not ready while they can not, and says why', async () => {
  trouble = 'The connection to Slack is down.';
  expect(await get('/readyz')).toEqual([503, 'The connection to Slack is down.\n']);
});

test('metrics count answers by face and kind', async () => {
  metrics.answered('mention', 'diagnosed', 0.02);
  const [status, body] = await get('/metrics');
  expect(status).toBe(200);
  expect(body).toContain('nginx_why_answer_seconds_count{face="mention",kind="diagnosed"} 1');
});

test.for([
  ['/', 404, {}],
  ['/healthz', 405, { method: 'POST' }],
] as const)('%s is answered by %i where there is nothing to get', async ([path, status, init]) => {
  expect((await get(path, init))[0]).toBe(status);
});
