import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import type { Message } from '../fake-slack/workspace.ts';
import { chunk, type ModelScript, type ModelServer, startModelServer, streams } from '../llm/model-server.ts';
import { REFUSED, refusedAt } from './pastes.ts';
import { type RunningBot, runBot } from './run-bot.ts';
import { buttonsOf, wordsOf } from './texts.ts';

const FIRST = 'Nothing took the connection to upstream-1 when the request for path-1 came.';
const SECOND = 'That fits a backend that is not running.';

let slack: FakeSlack;
let bot: RunningBot;
let model: ModelServer;

async function start(script: ModelScript, more: Readonly<Record<string, string>> = {}): Promise<void> {
  model = await startModelServer(script);
  const settings = { EXPLAIN_BASE_URL: model.baseUrl, EXPLAIN_MODEL: 'some-model', EXPLAIN_API_KEY: 'key-of-a-test' };
  bot = await runBot(slack, 'socket', { ...settings, EXPLAIN_RETRIES: '0', ...more });
}

beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(async () => {
  await bot.stop();
  await model.close();
  await slack.stop();
});

async function ask(text = REFUSED): Promise<Message> {
  const question = slack.post({ mention: true, text: `\`\`\`${text}\`\`\`` });
  return slack.nextMessage(({ thread }) => thread === question.ts);
}

const isExplanation = ({ text }: Message): boolean => text.includes('AI-written by some-model');

test('an explanation is streamed below the answer, labelled, with the values put back', async () => {
  await start(streams(`${FIRST} ${SECOND}`));
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  const explanation = await slack.updates.next(isExplanation);
  expect(explanation.thread).toBe(answer.thread);
  expect(explanation.text).toContain('`127.0.0.1:8080`');
  expect(explanation.text).toContain('`/api/data`');
  expect(explanation.text).toContain(SECOND);
  expect(buttonsOf(explanation)).toContain('nginx-why:sent');
  expect(slack.refused.all).toEqual([]);
});

test('the answer is the same with and without an explanation', async () => {
  await start(streams(FIRST));
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  await slack.updates.next(isExplanation);
  const after = await slack.updates.next(
    (message) => message.ts === answer.ts && !buttonsOf(message).includes('nginx-why:stop-explaining'),
  );
  expect(after.text).toBe(answer.text);
  expect(wordsOf(after)).toBe(wordsOf(answer));
});

test('“What was sent” shows the exact request to who asks, without a value of the paste', async () => {
  await start(streams(FIRST));
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  const explanation = await slack.updates.next(isExplanation);
  await slack.click(explanation, 'nginx-why:sent');
  const sent = await slack.ephemerals.next();
  expect(wordsOf(sent)).toContain('request: CLIENT POST path-1');
  for (const value of ['192.0.2.1', 'www.example.com', '/api/data']) expect(wordsOf(sent)).not.toContain(value);
  const last = (model.requests[0]?.prompt ?? '').split('\n').at(-1) ?? '';
  expect(wordsOf(sent)).toContain(last);
});

test('Stop ends the request, and what was said stays', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  await start((_, response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk(`${FIRST} And`));
  });
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  const running = await slack.updates.next((message) => buttonsOf(message).includes('nginx-why:stop-explaining'));
  await slack.nextMessage(isExplanation);
  await slack.click(running, 'nginx-why:stop-explaining');
  await closed;
  const stopped = await slack.updates.next(isExplanation);
  expect(wordsOf(stopped)).toContain('stopped before its end');
});

test('a dead server is told to who asked, and the answer can be explained later', async () => {
  await start((_, response) => void response.destroy());
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  expect((await slack.ephemerals.next()).text).toContain('does not answer');
  const after = await slack.updates.next((message) => buttonsOf(message).includes('nginx-why:explain'));
  expect(after.ts).toBe(answer.ts);
});

test('a model that contradicts the answer is taken back, also what was shown already', async () => {
  await start(streams(`${FIRST} It is certainly the kernel. ${SECOND}`));
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  const taken = await slack.updates.next(({ text }) => text.includes('did not hold'));
  expect(taken.text).not.toContain('127.0.0.1');
});

test('where Slack has no streams, an explanation is one message', async () => {
  await start(streams(`${FIRST} ${SECOND}`));
  slack.faults.plan('chat.startStream', { kind: 'error', code: 'unknown_method' });
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  const explanation = await slack.nextMessage(isExplanation);
  expect(wordsOf(explanation)).toContain('127.0.0.1:8080');
  expect(buttonsOf(explanation)).toContain('nginx-why:sent');
});

test('a hostile path comes alive neither in a stream nor in a message', async () => {
  await start(streams(FIRST));
  const answer = await ask(refusedAt('/<!channel>*x*`y`'));
  await slack.click(answer, 'nginx-why:explain');
  const explanation = await slack.updates.next(isExplanation);
  expect(explanation.text).toContain('&lt;!channel&gt;');
  expect(explanation.text).not.toContain('<!channel>');
});

test('a channel turns explanations off and on again', async () => {
  await start(streams(FIRST));
  await slack.command({ text: 'explain off' });
  expect((await slack.ephemerals.next()).text).toContain('off in this channel');
  expect(buttonsOf(await ask())).not.toContain('nginx-why:explain');
  await slack.command({ text: 'explain on' });
  await slack.ephemerals.next(({ text }) => text.includes('on in this channel'));
  expect(buttonsOf(await ask())).toContain('nginx-why:explain');
});

test('without a model server no answer offers an explanation', async () => {
  await start(streams(FIRST), { EXPLAIN: 'off' });
  expect(buttonsOf(await ask())).not.toContain('nginx-why:explain');
});
