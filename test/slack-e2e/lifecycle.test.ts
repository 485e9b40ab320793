import { describe, expect, test } from 'vitest';
import { startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { REFUSED } from './pastes.ts';
import { DELIVERIES, runBot, spawnBot } from './run-bot.ts';

describe.for(DELIVERIES)('a SIGTERM, by %s,', (delivery) => {
  test('lets the bot finish the answer that it is about to give, and ends it with 0', async () => {
    const slack = await startFakeSlack();
    const bot = await runBot(slack, delivery);
    slack.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
    const question = slack.post({ mention: true, text: REFUSED });
    await bot.logged('a call to Slack failed');
    const ended = bot.stop();
    const answer = await slack.nextMessage(({ thread }) => thread === question.ts);
    expect(answer.text).toContain('nothing accepts connections');
    expect(await ended).toBe(0);
    await slack.stop();
  });

  test('ends the bot at its deadline when Slack never answers', async () => {
    const slack = await startFakeSlack();
    const bot = await runBot(slack, delivery, { SHUTDOWN_SECONDS: '0.3', SLACK_TIMEOUT_SECONDS: '60' });
    slack.faults.plan('chat.postMessage', { kind: 'hang' });
    slack.post({ mention: true, text: REFUSED });
    await slack.dispatched.next(({ ack }) => ack !== null);
    expect(await bot.stop()).toBe(1);
    expect(bot.lines.join('\n')).toContain('ended at the deadline');
    await slack.stop();
  });
});

describe('after a restart', () => {
  test('the buttons of an old answer work: the paste is read again where it was written', async () => {
    const slack = await startFakeSlack();
    const first = await runBot(slack, 'socket');
    const question = slack.upload({ mention: true, text: 'why?', name: 'error.log', content: REFUSED });
    const answer = await slack.nextMessage(({ thread }) => thread === question.ts);
    await first.stop();
    const second = await runBot(slack, 'socket');
    await slack.click(answer, 'nginx-why:all-causes');
    expect((await slack.nextMessage()).text).toContain('All causes of');
    await second.stop();
    await slack.stop();
  });

  test('an answer to a command can still be shared: the paste is in its button', async () => {
    const slack = await startFakeSlack();
    const first = await runBot(slack, 'socket');
    await slack.command({ text: REFUSED });
    const answer = await slack.ephemerals.next();
    await first.stop();
    const second = await runBot(slack, 'socket');
    await slack.click(answer, 'nginx-why:share');
    expect((await slack.nextMessage()).text).toContain('nothing accepts connections');
    await second.stop();
    await slack.stop();
  });

  test('a paste that is gone is said to be gone', async () => {
    const slack = await startFakeSlack();
    const first = await runBot(slack, 'socket');
    const question = slack.post({ mention: true, text: REFUSED });
    const answer = await slack.nextMessage(({ thread }) => thread === question.ts);
    await first.stop();
    slack.remove(question);
    const second = await runBot(slack, 'socket');
    await slack.click(answer, 'nginx-why:verify');
    expect((await slack.ephemerals.next()).text).toContain('I no longer have the lines');
    await second.stop();
    await slack.stop();
  });
});

describe('the bot does not start', () => {
  test('without tokens, and names the two that it needs, where they are, and the demo', async () => {
    const bot = spawnBot({});
    expect(await bot.exited).toBe(1);
    const said = bot.lines.join('\n');
    for (const words of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'OAuth & Permissions',
      'App-Level Tokens',
      'npm run demo',
    ]) {
      expect(said).toContain(words);
    }
  });

  test('on a port that is in use, and names the variables', async () => {
    const slack = await startFakeSlack();
    const bot = spawnBot({
      SLACK_BOT_TOKEN: slack.tokens.bot,
      SLACK_APP_TOKEN: slack.tokens.app,
      HEALTH_PORT: new URL(slack.apiUrl).port,
    });
    expect(await bot.exited).toBe(1);
    expect(bot.lines.join('\n')).toContain('HEALTH_PORT');
    await slack.stop();
  });

  test.for([
    ['bot', 'SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-wrong' }],
    ['app-level', 'SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-wrong' }],
  ] as const)('with a %s token that Slack refuses, and names the variable', async ([, name, wrong]) => {
    const slack = await startFakeSlack();
    const bot = spawnBot({
      SLACK_BOT_TOKEN: slack.tokens.bot,
      SLACK_APP_TOKEN: slack.tokens.app,
      SLACK_API_URL: slack.apiUrl,
      HEALTH_PORT: '0',
      ...wrong,
    });
    expect(await bot.exited).toBe(1);
    expect(bot.lines.join('\n')).toContain(name);
    await slack.stop();
  });
});

describe('--check', () => {
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

  test('validates configuration, manifest and knowledge, and connects to nothing', async () => {
    const bot = spawnBot({ ...tokens, SLACK_API_URL: 'http://127.0.0.1:1/' }, '--check');
    expect(await bot.exited).toBe(0);
    expect(bot.lines.join('\n')).toMatch(/knowledge \(\d+ entries, \d+ messages\) are fine/);
  });

  test('fails on a wrong variable', async () => {
    const bot = spawnBot({ ...tokens, LOG_LEVEL: 'loud' }, '--check');
    expect(await bot.exited).toBe(1);
    expect(bot.lines.join('\n')).toContain('LOG_LEVEL is not a level');
  });
});
