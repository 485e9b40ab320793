import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../fake-slack/faults.ts';
import { type FakeSlack, SCOPES, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { DM, type Message } from '../fake-slack/workspace.ts';
import { REFUSED } from './pastes.ts';
import { type RunningBot, runBot } from './run-bot.ts';
import { wordsOf } from './texts.ts';

let slack: FakeSlack;
let bot: RunningBot;
beforeAll(async () => {
  slack = await startFakeSlack();
  bot = await runBot(slack, 'socket', { SLACK_TIMEOUT_SECONDS: '1' });
});
beforeEach(() => slack.faults.clear());
afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

function answersTo({ ts }: Message): readonly Message[] {
  return slack.workspace.messages.filter(({ thread, fromBot }) => fromBot && thread === ts);
}

/** How many answers the bot itself takes for given. */
function answered(): number {
  return bot.lines.filter((line) => line.includes('"msg":"answered"')).length;
}

describe('a post is made once, whatever happens to the first attempt:', () => {
  test.for<[string, Fault]>([
    ['Slack says 429 and when to come back', { kind: 'rate-limited', retryAfterSeconds: 1 }],
    ['Slack answers 500 without having posted', { kind: 'status', status: 500 }],
    ['the connection breaks before Slack saw it', { kind: 'lose-request' }],
    ['Slack posted, and its answer is lost', { kind: 'lose-answer' }],
    ['Slack never answers', { kind: 'hang' }],
    ['Slack has an internal error', { kind: 'error', code: 'internal_error' }],
  ])('%s', async ([, fault]) => {
    slack.faults.plan('chat.postMessage', fault);
    const before = answered();
    const question = slack.post({ mention: true, text: REFUSED });
    await bot.logged('answered', () => answered() > before);
    expect(answersTo(question)).toHaveLength(1);
  });

  test('a 429 is honoured: nothing is posted to that channel before its time', async () => {
    slack.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 2 });
    const question = slack.post({ mention: true, text: REFUSED });
    await slack.nextMessage(({ thread }) => thread === question.ts, 10_000);
    const [asked, answered] = [Number(question.ts), Number(answersTo(question)[0]?.ts)];
    expect(answered - asked).toBeGreaterThanOrEqual(2);
  });

  test('a 429 in one channel leaves forms alone, whose trigger lives for three seconds', async () => {
    slack.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 4 });
    const question = slack.post({ mention: true, text: REFUSED });
    await slack.command({ text: '' });
    expect((await slack.views.next()).how).toBe('open');
    await slack.nextMessage(({ thread }) => thread === question.ts, 10_000);
  });
});

test('blocks that Slack refuses after all are sent as a file, with the verdict beside it', async () => {
  slack.faults.plan('chat.postMessage', { kind: 'error', code: 'invalid_blocks' });
  const question = slack.post({ mention: true, text: REFUSED });
  const answer = await slack.nextMessage(({ thread }) => thread === question.ts);
  expect(answer.text).toContain('nothing accepts connections');
  expect(answer.files[0]?.content.toString()).toContain('http://127.0.0.1:8080/api/data');
});

test.for<[string, Fault]>([
  ['429', { kind: 'rate-limited', retryAfterSeconds: 1 }],
  ['500', { kind: 'status', status: 500 }],
])('an answer to a command is sent again after %s', async ([, fault]) => {
  slack.faults.plan('response_url', fault);
  await slack.command({ text: REFUSED });
  expect((await slack.ephemerals.next()).text).toContain('nothing accepts connections');
});

test('a file that can not be downloaded is told of, with what to do', async () => {
  slack.faults.plan('download', { kind: 'status', status: 500 });
  const question = slack.upload({ channel: DM, name: 'error.log', content: REFUSED });
  const answer = await slack.nextMessage(({ thread }) => thread === question.ts);
  expect(wordsOf(answer)).toContain('error.log');
});

test('the bot waits for a Slack that is down when it starts', async () => {
  slack.faults.plan('auth.test', { kind: 'status', status: 503 });
  const second = await runBot(slack, 'http');
  expect(second.lines.join('\n')).toContain('Slack did not say who the bot is');
  expect(await second.stop()).toBe(0);
});

describe('without a scope', () => {
  test('files:read, a snippet is answered by what the installer must do', async () => {
    const poor = await startFakeSlack({ scopes: SCOPES.filter((scope) => scope !== 'files:read') });
    const poorBot = await runBot(poor, 'socket');
    const question = poor.upload({ channel: DM, name: 'error.log', content: REFUSED });
    const answer = await poor.nextMessage(({ thread }) => thread === question.ts);
    expect(wordsOf(answer)).toContain('files:read');
    await poorBot.stop();
    await poor.stop();
  });

  test('channels:history, an empty mention in a thread is answered by what the installer must do', async () => {
    const poor = await startFakeSlack({ scopes: SCOPES.filter((scope) => scope !== 'channels:history') });
    const poorBot = await runBot(poor, 'socket');
    const alert = poor.post({ text: REFUSED });
    poor.post({ mention: true, text: '', thread: alert });
    const answer = await poor.nextMessage(({ thread }) => thread === alert.ts);
    expect(answer.text).toContain('channels:history');
    await poorBot.stop();
    await poor.stop();
  });
});
