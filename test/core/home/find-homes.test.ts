import { describe, expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { compileKnowledge } from '../../../src/core/compile-knowledge.ts';
import { findHomes } from '../../../src/core/home/find-homes.ts';
import { splitPaste } from '../../../src/core/paste/split-paste.ts';
import { runAll } from '../../../src/core/steps.ts';
import { createEngineParts } from '../../../src/engine-parts.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge('knowledge');
const { read } = createEngineParts(compileKnowledge(knowledge));
const homesOf = (paste: string) => findHomes(runAll(read(splitPaste(paste))).contents.records);

const NGINX =
  '2026/11/22 10:15:42 [error] 29#29: *31 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.14, server: portal.example, request: "GET /reports HTTP/1.1", upstream: "http://172.18.0.3:8000/reports", host: "portal.example"';
const TIMEOUT = '[2026-11-22 10:15:42 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:29116)';

test.for([
  ['docker compose', `web-1  | ${NGINX}`, { kind: 'compose', prefix: 'web-1' }],
  ['the first docker-compose', `web_1           | ${NGINX}`, { kind: 'compose', prefix: 'web_1' }],
  [
    'docker compose with times',
    `web-1  | 2026-11-22T10:15:42.123456789Z ${NGINX}`,
    { kind: 'compose', prefix: 'web-1' },
  ],
  ['kubectl', `[pod/web-7d9c-x2x/nginx] ${NGINX}`, { kind: 'kubernetes', pod: 'web-7d9c-x2x' }],
  ['a node of a cluster', `2026-11-22T10:15:42.123456789Z stderr F ${NGINX}`, { kind: 'kubernetes', pod: null }],
  ['two replicas', `web-1  | ${NGINX}\nweb-2  | ${NGINX}`, { kind: 'compose', prefix: null }],
  ['nothing', NGINX, null],
  ['foreman', `web.1  | ${NGINX}`, null],
  ['two kinds of places', `web-1  | ${NGINX}\n[pod/web-7d9c-x2x/nginx] ${NGINX}`, null],
  ['one place and nowhere', `web-1  | ${NGINX}\n${NGINX}`, null],
] as const)('the prefix of %s tells where nginx runs', ([, paste, home]) => {
  expect(homesOf(paste).nginx).toEqual(home);
});

describe('the backend', () => {
  test('runs where its own lines say so, whatever nginx does', () => {
    const homes = homesOf(`${NGINX}\napp-1  | ${TIMEOUT}`);
    expect(homes).toMatchObject({ nginx: null, backend: { kind: 'compose', prefix: 'app-1' } });
  });

  test('is not placed by lines of Docker or Kubernetes about some container', () => {
    const docker = homesOf(`${NGINX}\napp-1 exited with code 137`);
    expect(docker).toMatchObject({ backend: null, around: { kind: 'docker' } });
    const kubernetes = homesOf(`${NGINX}\nReason: OOMKilled`);
    expect(kubernetes).toMatchObject({ backend: null, around: { kind: 'kubernetes', pod: null } });
  });
});

test('what a client sent places nothing', () => {
  const sent = NGINX.replace('GET /reports', 'GET /app-1  | [pod/x/y] ');
  expect(homesOf(sent)).toMatchObject({ nginx: null, around: null });
});

describe('a reply', () => {
  const answer = createAnswer(knowledge);
  const commandsOf = (paste: string): readonly string[] =>
    (answer(paste).answers[0]?.causes[0]?.fixes[0]?.steps ?? []).flatMap(({ run }) => run ?? []);

  test('has the commands of docker compose for what was pasted from it, with the names of the paste or a blank', () => {
    expect(commandsOf(`web-1  | ${NGINX}\napp-1  | ${TIMEOUT}`)).toEqual([
      'docker compose logs --timestamps --tail 1000 | grep -F app-1',
      "docker compose exec '<nginx-service>' nginx -t",
      "docker compose exec '<nginx-service>' nginx -s reload",
      "docker compose restart '<backend-service>'",
    ]);
  });

  test('has those of systemd for all else', () => {
    expect(commandsOf(`${NGINX}\n${TIMEOUT}`)).toContain('systemctl reload nginx');
  });
});
