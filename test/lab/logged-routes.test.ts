import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswer } from '../../src/answer.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { findNginx } from './find-nginx.ts';
import { ask, freePort, type RunningNginx, startNginx } from './start-nginx.ts';

const nginx = findNginx();
const answer = createAnswer(loadKnowledge('knowledge'));

/** Nothing listens on ports 1 to 6, so each request leaves a line that names its upstream. */
const SITE = `upstream group { server 127.0.0.1:4; }
server {
  listen PORT;
  server_name site.example;
  root /nowhere;
  location / { try_files $uri @app; }
  location @app { proxy_pass http://127.0.0.1:1; }
  location /old/ { rewrite ^/old/(.*)$ /new/$1 last; }
  location /new/ { proxy_pass http://127.0.0.1:2; }
  location ~ \\.php$ { fastcgi_pass 127.0.0.1:3; }
  location /group/ { proxy_pass http://group; }
  location /files/ { }
  location /shop/ { try_files $uri /index.php?$args; }
  location /auth/ { auth_request /check; proxy_pass http://127.0.0.1:5; }
  location = /check { internal; proxy_pass http://127.0.0.1:6; }
  location /if/ {
    if ($arg_a) { proxy_pass http://127.0.0.1:1; }
    proxy_pass http://127.0.0.1:2;
  }
}
server { listen PORT default_server; location / { proxy_pass http://127.0.0.1:5; } }`;

describe.skipIf(!nginx)('from the line that a real nginx logs, nginx-why tells the way of', { timeout: 30_000 }, () => {
  let running: RunningNginx | null = null;
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
    running = await startNginx(nginx ?? '', SITE.replaceAll('PORT', `${port}`), port);
  });
  afterAll(() => running?.stop());

  test.for([
    ['/a', 'location @app → proxy_pass http://127.0.0.1:1'],
    ['/old/b', 'location /new/ → proxy_pass http://127.0.0.1:2'],
    ['/c.php', 'location ~ \\.php$ → fastcgi_pass 127.0.0.1:3'],
    ['/shop/d', 'location ~ \\.php$ → fastcgi_pass 127.0.0.1:3'],
    ['/group/e', 'location /group/ → proxy_pass http://group → upstream group'],
    ['/files/f', 'location /files/'],
    ['/auth/g', 'location = /check → proxy_pass http://127.0.0.1:6'],
    ['/if/?a=1', 'location /if/ → if ($arg_a) → proxy_pass http://127.0.0.1:1'],
    ['/if/', 'location /if/ → proxy_pass http://127.0.0.1:2'],
  ] as const)('%s', async ([path, way]) => {
    const before = running?.errorLog().length ?? 0;
    await ask('127.0.0.1', port, `GET ${path} HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n`);
    const [line = ''] =
      running
        ?.errorLog()
        .slice(before)
        .split('\n')
        .filter((one) => one.includes('[error]')) ?? [];
    const route = answer(`${line}\n${SITE.replaceAll('PORT', `${port}`)}`).answers[0]?.route;
    expect(route?.text.replaceAll('`', '')).toBe(`Goes through server site.example → ${way}`);
  });

  test('a name that no server has', async () => {
    const before = running?.errorLog().length ?? 0;
    await ask('127.0.0.1', port, 'GET / HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n');
    const [line = ''] =
      running
        ?.errorLog()
        .slice(before)
        .split('\n')
        .filter((one) => one.includes('[error]')) ?? [];
    const route = answer(`${line}\n${SITE.replaceAll('PORT', `${port}`)}`).answers[0]?.route;
    expect(route?.text.replaceAll('`', '')).toBe('Goes through server → location / → proxy_pass http://127.0.0.1:5');
  });
});
