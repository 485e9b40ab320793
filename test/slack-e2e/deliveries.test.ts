import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTS, type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { DM, type Message } from '../fake-slack/workspace.ts';
import { REFUSED, refusedAt } from './pastes.ts';
import { DELIVERIES, type RunningBot, runBot } from './run-bot.ts';

/** Answers of the bot in the thread of a message, as they stand in Slack. */
function answersTo(slack: FakeSlack, { ts }: Message): readonly Message[] {
  return slack.workspace.messages.filter(({ thread, fromBot }) => fromBot && thread === ts);
}

describe.for(DELIVERIES)('by %s', (delivery) => {
  let slack: FakeSlack;
  let bot: RunningBot;
  beforeAll(async () => {
    slack = await startFakeSlack({ events: [...EVENTS, 'message.channels'] });
    bot = await runBot(slack, delivery);
  });
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  /** A later question that was answered shows that everything before it was. */
  async function settle(): Promise<void> {
    const last = slack.post({ mention: true, text: refusedAt('/settled') });
    await slack.nextMessage(({ thread }) => thread === last.ts);
  }

  test('a mention is answered once, although Slack tells it as two events', async () => {
    const question = slack.post({ mention: true, text: REFUSED });
    await slack.nextMessage(({ thread }) => thread === question.ts);
    await settle();
    expect(answersTo(slack, question)).toHaveLength(1);
  });

  test('an event that is delivered again is acknowledged and not answered again', async () => {
    const question = slack.post({ channel: DM, text: REFUSED });
    await slack.nextMessage(({ thread }) => thread === question.ts);
    const { envelope } = await slack.dispatched.next(({ envelope }) => JSON.stringify(envelope).includes(question.ts));
    await slack.redeliver(envelope, { attempt: 1, reason: 'timeout' });
    await slack.redeliver(envelope, { attempt: 2, reason: 'timeout' });
    await settle();
    expect(answersTo(slack, question)).toHaveLength(1);
  });

  test('a command that is delivered again is answered once', async () => {
    await slack.command({ text: refusedAt('/once') });
    await slack.ephemerals.next();
    const { envelope } = await slack.dispatched.next(({ envelope }) => envelope.type === 'slash_commands');
    await slack.redeliver(envelope);
    await settle();
    expect(slack.ephemerals.all).toHaveLength(1);
  });

  test('the deletion of a question, and what the bot itself writes, are left alone', async () => {
    const question = slack.post({ channel: DM, text: REFUSED });
    await slack.nextMessage(({ thread }) => thread === question.ts);
    slack.remove(question);
    await settle();
    expect(answersTo(slack, question)).toHaveLength(1);
  });
});

describe('when the connection is lost', () => {
  test.for([
    ['dropped', (slack: FakeSlack) => slack.socket.drop()],
    ['asked to be opened anew', (slack: FakeSlack) => slack.socket.askToReconnect()],
  ] as const)('because it was %s, the bot connects again and answers what was written meanwhile', async ([, lose]) => {
    const slack = await startFakeSlack();
    const bot = await runBot(slack, 'socket');
    const readyAt = bot.lines.length;
    lose(slack);
    await bot.logged('connection to Slack', (line) => line.up === false && bot.lines.length > readyAt);
    const question = slack.post({ mention: true, text: REFUSED });
    const answer = await slack.nextMessage(({ thread }) => thread === question.ts, 40_000);
    expect(answer.text).toContain('nothing accepts connections');
    await bot.stop();
    await slack.stop();
  });

  test('and Slack refuses new connections for a while, the bot goes on trying', async () => {
    const slack = await startFakeSlack();
    const bot = await runBot(slack, 'socket');
    slack.faults.plan('apps.connections.open', { kind: 'status', status: 503 }, 2);
    slack.socket.drop();
    const question = slack.post({ mention: true, text: REFUSED });
    const answer = await slack.nextMessage(({ thread }) => thread === question.ts, 40_000);
    expect(answer.text).toContain('nothing accepts connections');
    await bot.stop();
    await slack.stop();
  });

  test('the readiness endpoint says so, and after too long the bot ends itself', async () => {
    const slack = await startFakeSlack();
    const bot = await runBot(slack, 'socket', { DISCONNECTED_SECONDS: '0.5' });
    expect((await fetch(`${bot.healthUrl}/readyz`)).status).toBe(200);
    await slack.stop();
    await bot.logged('ending: without events for too long');
    expect(await bot.exited).toBe(1);
  });
});
