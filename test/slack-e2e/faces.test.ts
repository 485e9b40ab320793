import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { ANNA, DM, ELSEWHERE, findMessage, type Message } from '../fake-slack/workspace.ts';
import { REFUSED } from './pastes.ts';
import { DELIVERIES, type RunningBot, runBot } from './run-bot.ts';
import { buttonsOf, wordsOf } from './texts.ts';

const TITLE = 'nothing accepts connections there';
const ANSWER_BUTTONS = [
  'nginx-why:all-causes',
  'nginx-why:verify',
  'nginx-why:applied',
  'nginx-why:fixed',
  'nginx-why:not-it',
];
const PRIVATE_BUTTONS = ['nginx-why:share', ...ANSWER_BUTTONS.filter((id) => id !== 'nginx-why:applied')];

describe.for(DELIVERIES)('by %s, a person gets an answer', (delivery) => {
  let slack: FakeSlack;
  let bot: RunningBot;
  beforeAll(async () => {
    slack = await startFakeSlack();
    bot = await runBot(slack, delivery);
  });
  afterEach(() => expect(slack.refused.all.map(({ method, answer }) => [method, answer])).toEqual([]));
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  async function answerTo(message: Message): Promise<Message> {
    return slack.nextMessage(({ thread }) => thread === message.ts);
  }

  test('to a mention with the lines, in its thread, whole in text and blocks', async () => {
    const answer = await answerTo(slack.post({ mention: true, text: `\`\`\`${REFUSED}\`\`\`` }));
    expect(answer.text).toContain(TITLE);
    expect(answer.text).toContain('POST /api/data on www.example.com → 127.0.0.1:8080');
    expect(wordsOf(answer)).toContain(TITLE);
    expect(wordsOf(answer)).toContain('http://127.0.0.1:8080/api/data');
    expect(buttonsOf(answer)).toEqual(ANSWER_BUTTONS);
    expect(answer.extra).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('to a mention with the lines typed as plain text, which Slack links and escapes', async () => {
    const answer = await answerTo(slack.post({ mention: true, text: REFUSED }));
    expect(answer.text).toContain('POST /api/data on www.example.com → 127.0.0.1:8080');
  });

  test('to an empty mention in a thread, about the message that began it', async () => {
    const alert = slack.post({ text: REFUSED });
    slack.post({ mention: true, text: '', thread: alert });
    expect((await answerTo(alert)).text).toContain(TITLE);
  });

  test('to a mention with a question in a thread, about the message that began it', async () => {
    const alert = slack.post({ text: REFUSED });
    slack.post({ mention: true, text: 'what is this?', thread: alert });
    expect((await answerTo(alert)).text).toContain(TITLE);
  });

  test('to an empty mention outside of a thread: how to ask', async () => {
    const answer = await answerTo(slack.post({ mention: true, text: '' }));
    expect(answer.text).toContain('Paste an nginx error');
    expect(buttonsOf(answer)).toEqual(['nginx-why:example']);
  });

  test('to a mention without a log line: what to paste, and an example to click', async () => {
    const answer = await answerTo(slack.post({ mention: true, text: 'the site is slow' }));
    expect(answer.text).toContain('I see no nginx log line');
    await slack.click(answer, 'nginx-why:example');
    expect((await slack.ephemerals.next()).text).toContain('WORKER TIMEOUT');
  });

  test('to a direct message', async () => {
    expect((await answerTo(slack.post({ channel: DM, text: REFUSED }))).text).toContain(TITLE);
  });

  test('to a snippet in a direct message', async () => {
    const answer = await answerTo(slack.upload({ channel: DM, name: 'error.log', content: `${REFUSED}\n` }));
    expect(answer.text).toContain(TITLE);
  });

  test('to a picture: that pictures say nothing', async () => {
    const picture = { name: 'log.png', mode: 'hosted', mimetype: 'image/png', content: 'PNG' } as const;
    const answer = await answerTo(slack.upload({ channel: DM, ...picture }));
    expect(wordsOf(answer)).toContain('not a text file');
  });

  test('to a text file with a mention', async () => {
    const file = { name: 'error.log', mode: 'hosted', content: REFUSED } as const;
    const answer = await answerTo(slack.upload({ mention: true, text: 'and this?', ...file }));
    expect(answer.text).toContain(TITLE);
    expect(wordsOf(answer)).toContain('from line 1');
  });

  test('to the command, for their eyes, and shares it when asked to', async () => {
    await slack.command({ text: REFUSED });
    const answer = await slack.ephemerals.next();
    expect(answer).toMatchObject({ onlyFor: ANNA, text: expect.stringContaining(TITLE) });
    expect(buttonsOf(answer)).toEqual(PRIVATE_BUTTONS);

    await slack.click(answer, 'nginx-why:share');
    const shared = await slack.nextMessage();
    expect(shared.onlyFor).toBeNull();
    await slack.calls.next(({ args }) => args.delete_original === true);
    expect(findMessage(slack.workspace, answer.channel, answer.ts)).toBeNull();
    expect(wordsOf(shared)).toContain('connect() failed (111: Connection refused)');
    expect(buttonsOf(shared)).toEqual(ANSWER_BUTTONS);
    await slack.click(shared, 'nginx-why:verify');
    expect((await slack.nextMessage()).thread).toBe(shared.ts);
    await slack.updates.next();
  });

  test('to the command in a channel where the bot is no member', async () => {
    await slack.command({ text: REFUSED, channel: ELSEWHERE });
    const answer = await slack.ephemerals.next();
    await slack.click(answer, 'nginx-why:share');
    expect(await slack.nextMessage()).toMatchObject({ channel: ELSEWHERE, text: expect.stringContaining(TITLE) });
  });

  test('to the command with the word help', async () => {
    await slack.command({ text: 'help' });
    expect((await slack.ephemerals.next()).text).toContain('Paste an nginx error');
  });

  test('to the command alone: a form, and the answer to what is pasted into it', async () => {
    await slack.command({ text: '' });
    const { view } = await slack.views.next();
    expect(await slack.submit(view, {})).toMatchObject({ response_action: 'errors' });
    await slack.submit(view, { lines: REFUSED });
    expect((await slack.ephemerals.next()).text).toContain(TITLE);
  });

  test('to the message shortcut, in the thread of the message', async () => {
    const alert = slack.post({ text: REFUSED });
    await slack.messageShortcut(alert, 'why-this-nginx-error');
    expect((await answerTo(alert)).text).toContain(TITLE);
  });

  test('to all buttons of an answer, which says what was pressed', async () => {
    const question = slack.post({ mention: true, text: REFUSED });
    const answer = await answerTo(question);

    await slack.click(answer, 'nginx-why:all-causes');
    const all = await answerTo(question);
    expect(all.text).toContain('All causes of');
    const afterAll = await slack.updates.next();
    expect(buttonsOf(afterAll)).toEqual(ANSWER_BUTTONS.slice(1));

    await slack.click(afterAll, 'nginx-why:verify');
    expect((await answerTo(question)).text).toContain('How to verify the fix');
    const afterVerify = await slack.updates.next();

    await slack.click(afterVerify, 'nginx-why:fixed');
    const fixed = await slack.updates.next();
    expect(wordsOf(fixed)).toContain('says that this fixed it');
    expect(buttonsOf(fixed)).toEqual([]);
  });

  test('to a button that was pressed twice in a hurry: once', async () => {
    const question = slack.post({ mention: true, text: REFUSED });
    const answer = await answerTo(question);
    await Promise.all([slack.click(answer, 'nginx-why:all-causes'), slack.click(answer, 'nginx-why:all-causes')]);
    await slack.updates.next();
    await slack.updates.next();
    const rest = slack.workspace.messages.filter(
      ({ thread, text }) => thread === question.ts && text.includes('All causes of'),
    );
    expect(rest).toHaveLength(1);
  });

  test('to "Not it": the other causes, and who said so', async () => {
    const question = slack.post({ mention: true, text: REFUSED });
    await slack.click(await answerTo(question), 'nginx-why:not-it');
    await slack.updates.next((update) => wordsOf(update).includes('says that this is not the cause'));
    expect((await answerTo(question)).text).toContain('All causes of');
  });
});

test('the shortcut in a channel without the bot answers its asker alone and says how to invite it', async () => {
  const slack = await startFakeSlack();
  const bot = await runBot(slack, 'socket');
  const alert = slack.post({ text: REFUSED, channel: ELSEWHERE });
  await slack.messageShortcut(alert, 'why-this-nginx-error');
  const answer = await slack.ephemerals.next();
  expect(answer.text).toContain(TITLE);
  expect(wordsOf(answer)).toContain('/invite @nginx-why');
  await bot.stop();
  await slack.stop();
});
