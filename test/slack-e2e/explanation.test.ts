import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { ANNA, BEN, type Message } from '../fake-slack/workspace.ts';
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
  expect(sent.thread).toBe(answer.thread);
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
  const told = await slack.ephemerals.next();
  expect(told.text).toContain('does not answer');
  expect(told.thread).toBe(answer.thread);
  const after = await slack.updates.next((message) => buttonsOf(message).includes('nginx-why:explain'));
  expect(after.ts).toBe(answer.ts);
});

test('a model that contradicts the answer is taken back, also what was shown already', async () => {
  await start(streams(`${FIRST} It is certainly the kernel. ${SECOND}`));
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  const taken = await slack.updates.next(({ text }) =>
    text.includes('the model contradicted the answer, so nothing of it is shown'),
  );
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

const GERMAN = 'Zu upstream-1 kam keine Verbindung zustande, weil dort niemand auf dem Port lauschte.';
const inTheLanguageThatIsAskedFor: ModelScript = (request, response) =>
  streams(request.prompt.includes('words in German') ? GERMAN : FIRST)(request, response);

test('an explanation is in the language of who asks for it, and the commands of the answer stay as they are', async () => {
  await start(inTheLanguageThatIsAskedFor);
  await slack.command({ text: 'language de', user: BEN });
  expect((await slack.ephemerals.next()).text).toContain('Explanations that you ask for are written in German.');
  const byAnna = await ask();
  await slack.click(byAnna, 'nginx-why:explain', undefined, ANNA);
  expect((await slack.updates.next(isExplanation)).text).toContain('Nothing took the connection');
  const byBen = await ask();
  await slack.click(byBen, 'nginx-why:explain', undefined, BEN);
  const german = await slack.updates.next((message) => isExplanation(message) && message.thread === byBen.thread);
  expect(german.text).toContain('`127.0.0.1:8080` kam keine Verbindung zustande');
  const after = await slack.updates.next(
    (message) => message.ts === byBen.ts && !buttonsOf(message).includes('nginx-why:stop-explaining'),
  );
  expect(wordsOf(after)).toBe(wordsOf(byBen));
  expect(model.requests.map(({ prompt }) => /words in (\w+)/.exec(prompt)?.[1])).toEqual(['English', 'German']);
});

test('an explanation in another language than the reader chose is not shown', async () => {
  await start(streams(`${FIRST} ${SECOND}`));
  await slack.command({ text: 'language de' });
  await slack.ephemerals.next();
  const answer = await ask();
  await slack.click(answer, 'nginx-why:explain');
  expect((await slack.ephemerals.next()).text).toContain('the model wrote in another language than was asked for');
});

test('a choice of language outlives a restart, and `default` takes it back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-why-'));
  const store = { STORE_FILE: join(folder, 'cases.db'), EXPLAIN_LANGUAGE: 'French' };
  await start(streams(FIRST), store);
  await slack.command({ text: 'language de' });
  expect((await slack.ephemerals.next()).text).toContain('German');
  await bot.stop();
  await model.close();
  await start(streams(FIRST), store);
  await slack.command({ text: 'language' });
  expect((await slack.ephemerals.next()).text).toContain('written in German. /nginx-why language takes en (English)');
  await slack.command({ text: 'language default' });
  expect((await slack.ephemerals.next()).text).toContain('written in French');
  await rm(folder, { recursive: true });
});

test('the help tells how to choose the language', async () => {
  await start(streams(FIRST));
  await slack.command({ text: 'help' });
  expect(wordsOf(await slack.ephemerals.next())).toContain('/nginx-why language en|de|fr|es');
});

test('without a model server no answer offers an explanation', async () => {
  await start(streams(FIRST), { EXPLAIN: 'off' });
  expect(buttonsOf(await ask())).not.toContain('nginx-why:explain');
  await slack.command({ text: 'help' });
  expect(wordsOf(await slack.ephemerals.next())).not.toContain('language');
});
