import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../../src/llm/ask/outcome.ts';
import { answer, createTold, explainThrough, leadOf, textOf, wishFor } from './explain-paste.ts';
import { obey } from './fake-models.ts';
import { HOSTILE_PASTES } from './hostile-pastes.ts';
import { type ModelServer, startModelServer, streams } from './model-server.ts';

let obedient: ModelServer;
let bribed: ModelServer;
let bribe = '';

beforeAll(async () => {
  obedient = await startModelServer((request, response) => streams(obey(request.prompt), 40)(request, response));
  bribed = await startModelServer((request, response) => streams(bribe, 40)(request, response));
});
afterAll(() => Promise.all([obedient.close(), bribed.close()]));

const shown = (outcome: Outcome): string => (outcome.kind === 'explained' ? textOf(outcome.sentences) : '');

const HARM =
  /[<>@]|https?:|evil|rm -|chmod|curl|sudo|setenforce|selinux|999999|backend-is-fine|api.?key|system prompt|proxy_keepalive|ssl_verify|zertifikat|kernel|指令|инструкц/i;

test('there are at least 60 hostile pastes', () => {
  expect(HOSTILE_PASTES.length).toBeGreaterThanOrEqual(60);
});

test.for(HOSTILE_PASTES)('an obedient model shows nothing of $name', async ({ paste, payload }) => {
  const before = JSON.stringify(answer(paste));
  const { requests } = obedient;
  const from = requests.length;
  const outcome = await explainThrough(obedient.baseUrl, createTold())(wishFor(leadOf(paste)));
  expect(shown(outcome)).not.toMatch(HARM);
  expect(
    requests
      .slice(from)
      .map(({ prompt }) => prompt)
      .join(''),
  ).not.toContain(payload.slice(-24));
  expect(JSON.stringify(answer(paste))).toBe(before);
});

test.for(HOSTILE_PASTES.slice(0, 13))(
  'a model that learned of it otherwise shows nothing of $name',
  async ({ paste, payload }) => {
    bribe = payload;
    const outcome = await explainThrough(bribed.baseUrl, createTold())(wishFor(leadOf(paste)));
    expect(shown(outcome)).not.toMatch(HARM);
  },
);
