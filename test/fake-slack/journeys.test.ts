import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { startEchoApp } from './echo-app.ts';
import { listen } from './listen.ts';
import { type FakeSlack, startFakeSlack } from './start-fake-slack.ts';
import { ANNA, DM, ELSEWHERE } from './workspace.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function start(over: 'socket' | 'http'): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  stops.push(slack.stop);
  stops.push((await startEchoApp(slack, over)).stop);
  return slack;
}

describe.for(['socket', 'http'] as const)('over %s', (over) => {
  test('a mention is answered in its thread', async () => {
    const slack = await start(over);
    const { ts } = slack.post({ text: 'host: "www.a.com"', mention: true });
    const answer = await slack.nextMessage();
    expect(answer.text).toBe('mention: <@U0BOT> host: "<http://www.a.com|www.a.com>"');
    expect(answer.thread).toBe(ts);
    expect(slack.refused.all).toEqual([]);
  });

  test('a direct message is answered, and the bot hears its own answer', async () => {
    const slack = await start(over);
    slack.post({ channel: DM, text: 'a < b' });
    expect((await slack.nextMessage()).text).toBe('dm: a &lt; b');
    const own = await slack.dispatched.next(({ envelope }) => JSON.stringify(envelope).includes('"bot_id"'));
    expect(own.error).toBeNull();
  });

  test('a command is answered for one person, and its button replaces the answer', async () => {
    const slack = await start(over);
    await slack.command({ text: 'why' });
    const answer = await slack.ephemerals.next();
    expect(answer).toMatchObject({ text: 'command: why', onlyFor: ANNA });
    await slack.click(answer, 'more');
    expect((await slack.updates.next()).text).toBe('more');
  });

  test('a command without text opens a modal that is checked and submitted', async () => {
    const slack = await start(over);
    await slack.command({ text: '' });
    const { view } = await slack.views.next();
    expect(await slack.submit(view, {})).toMatchObject({ response_action: 'errors', errors: { log: 'Paste a line' } });
    await slack.submit(view, { paste: 'connect() failed' });
    expect(await slack.nextMessage()).toMatchObject({ channel: DM, text: 'modal: connect() failed' });
  });

  test('a message shortcut works where the bot is not a member', async () => {
    const slack = await start(over);
    const message = slack.post({ text: 'broken', channel: ELSEWHERE });
    await slack.messageShortcut(message, 'why');
    expect((await slack.ephemerals.next()).text).toBe('shortcut: broken');
  });

  test('the same event can be delivered twice', async () => {
    const slack = await start(over);
    slack.post({ text: 'x', mention: true });
    const { envelope } = await slack.dispatched.next();
    await slack.redeliver(envelope);
    await slack.nextMessage();
    expect((await slack.nextMessage()).text).toBe('mention: <@U0BOT> x');
  });
});

test('an event waits for a connection that was dropped', { timeout: 20_000 }, async () => {
  const slack = await start('socket');
  slack.socket.drop();
  await expect(slack.command({ text: 'x' })).rejects.toThrow('dispatch_failed');
  slack.post({ text: 'again', mention: true });
  expect((await slack.nextMessage(undefined, 15_000)).text).toContain('again');
});

test('a request whose signature is wrong is refused', async () => {
  const slack = await start('http');
  slack.clock.advance(-10 * 60_000);
  slack.post({ text: 'stale', mention: true });
  expect((await slack.dispatched.next()).error).toContain('401');
});

test('a mention arrives as two events with one ts where the app hears the channel', async () => {
  const slack = await startFakeSlack({ events: ['app_mention', 'message.channels'] });
  stops.push(slack.stop);
  stops.push((await startEchoApp(slack, 'http')).stop);
  const { ts } = slack.post({ text: 'x', mention: true });
  const events = [await slack.dispatched.next(), await slack.dispatched.next()].map(
    ({ envelope }) => envelope.payload.event,
  );
  expect(events).toMatchObject([
    { type: 'message', channel_type: 'channel', ts },
    { type: 'app_mention', ts },
  ]);
});

test('a retry says so in its headers', async () => {
  const heard: IncomingHttpHeaders[] = [];
  const server = createServer(({ headers }, response) => {
    heard.push(headers);
    response.end();
  });
  const slack = await startFakeSlack({ requestUrl: `${await listen(server)}slack/events` });
  stops.push(slack.stop, async () => void server.close());
  slack.post({ text: 'x', mention: true });
  const { envelope } = await slack.dispatched.next();
  await slack.redeliver(envelope, { attempt: 2, reason: 'http_timeout' });
  expect(heard[0]).not.toHaveProperty('x-slack-retry-num');
  expect(heard[1]).toMatchObject({ 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' });
  expect(heard[1]?.['x-slack-signature']).toMatch(/^v0=[0-9a-f]{64}$/);
});

test('what no one acknowledges within three seconds has failed', async () => {
  const server = createServer();
  const slack = await startFakeSlack({ requestUrl: await listen(server) });
  stops.push(slack.stop, async () => void server.closeAllConnections());
  await expect(slack.command({ text: 'x' })).rejects.toThrow(/timeout/i);
});

test('an app that stays away fails the wait by its deadline, and says what was there', async () => {
  const slack = await startFakeSlack();
  stops.push(slack.stop);
  await expect(slack.nextMessage(undefined, 10)).rejects.toThrow('No message of the bot came within 10 ms');
});
