import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { DM, type Message } from '../fake-slack/workspace.ts';
import { CLOSED, REFUSED, refusedAt, TIMEOUT } from './pastes.ts';
import { type RunningBot, runBot } from './run-bot.ts';
import { buttonsOf, wordsOf } from './texts.ts';

let slack: FakeSlack;
let bot: RunningBot;

beforeEach(async () => {
  slack = await startFakeSlack();
  bot = await runBot(slack, 'socket');
});
afterEach(async () => {
  await bot.stop();
  expect(slack.refused.all.map(({ method, answer }) => [method, answer])).toEqual([]);
  await slack.stop();
});

const answerTo = ({ ts }: Message): Promise<Message> => slack.nextMessage(({ thread }) => thread === ts);
const updateOf = ({ ts }: Message): Promise<Message> => slack.updates.next((message) => message.ts === ts);

/** What the bot has written in a thread, as it stands. */
const writtenIn = ({ ts }: Message): readonly Message[] =>
  slack.workspace.messages.filter(({ thread, fromBot }) => fromBot && thread === ts);

/** A later question that was answered shows that everything before it was. */
async function settle(): Promise<void> {
  await answerTo(slack.post({ channel: DM, text: refusedAt('/settled') }));
}

describe.for([
  ['a mention', { mention: true }],
  ['a direct message', { channel: DM }],
] as const)('%s that is edited', ([, place]) => {
  test('to say more has its answer updated, and no second one', async () => {
    const question = slack.post({ ...place, text: CLOSED });
    const answer = await answerTo(question);
    expect(wordsOf(answer)).toContain("One line can't tell why");
    slack.edit(question, `${CLOSED}\n${TIMEOUT}`);
    const updated = await updateOf(answer);
    expect(updated.text).toContain('gunicorn killed the worker');
    expect(wordsOf(updated)).toContain('Answered anew, because the message was edited.');
    expect(buttonsOf(updated)).toEqual(expect.arrayContaining(['nginx-why:all-causes', 'nginx-why:fixed']));
    await settle();
    expect(writtenIn(question)).toHaveLength(1);
  });

  test('has buttons that open what it says now', async () => {
    const question = slack.post({ ...place, text: CLOSED });
    const answer = await answerTo(question);
    slack.edit(question, REFUSED);
    const updated = await updateOf(answer);
    await slack.click(updated, 'nginx-why:all-causes');
    const all = await slack.nextMessage(({ text, thread }) => thread === question.ts && text.startsWith('All causes'));
    expect(all.text).not.toContain('gunicorn');
  });

  test('is one paste of its case: what it said before is not remembered beside it', async () => {
    const question = slack.post({ ...place, text: CLOSED });
    const answer = await answerTo(question);
    slack.edit(question, REFUSED);
    await updateOf(answer);
    slack.post({ ...place, text: TIMEOUT, thread: question });
    const next = await slack.nextMessage(({ ts, thread }) => thread === question.ts && ts !== answer.ts);
    expect(next.text).not.toContain('gunicorn killed the worker');
  });

  test('in words that are no evidence keeps its answer as it is', async () => {
    const question = slack.post({ ...place, text: `${CLOSED}\nany idea?` });
    await answerTo(question);
    slack.edit(question, `${CLOSED}\nany idea? it is urgent`);
    slack.unfurl(question, 'example.com: an attachment that says nothing');
    await settle();
    expect(slack.updates.all).toEqual([]);
    expect(writtenIn(question)).toHaveLength(1);
  });

  test('to hold a line at last has its answer updated', async () => {
    const question = slack.post({ ...place, text: 'the site is slow, can you have a look' });
    const answer = await answerTo(question);
    expect(answer.text).toContain('I see no nginx log line');
    slack.edit(question, 'the site is slow, can you have a look now');
    await settle();
    expect(slack.updates.all).toEqual([]);
    slack.edit(slack.workspace.messages.find(({ ts }) => ts === question.ts) ?? question, REFUSED);
    expect((await updateOf(answer)).text).toContain('nothing accepts connections');
  });

  test('to hold no line any more is told so, in the same place', async () => {
    const question = slack.post({ ...place, text: REFUSED });
    const answer = await answerTo(question);
    slack.edit(question, 'never mind');
    expect((await updateOf(answer)).text).toContain('I see no nginx log line');
  });

  test('after a restart is still found', async () => {
    const question = slack.post({ ...place, text: CLOSED });
    const answer = await answerTo(question);
    await bot.stop();
    bot = await runBot(slack, 'socket');
    slack.edit(question, `${CLOSED}\n${TIMEOUT}`);
    expect((await updateOf(answer)).text).toContain('gunicorn killed the worker');
    expect(writtenIn(question)).toHaveLength(1);
  });

  test('while it is being answered is answered in one place', async () => {
    const question = slack.post({ ...place, text: CLOSED });
    slack.edit(question, `${CLOSED}\n${TIMEOUT}`);
    const answer = await answerTo(question);
    expect((await updateOf(answer)).text).toContain('gunicorn killed the worker');
    await settle();
    expect(writtenIn(question)).toHaveLength(1);
  });

  test('twice, and delivered again, is answered for each edit once', async () => {
    const question = slack.post({ ...place, text: CLOSED });
    const answer = await answerTo(question);
    const edited = slack.edit(question, REFUSED);
    await updateOf(answer);
    const { envelope } = await slack.dispatched.next(({ envelope }) => JSON.stringify(envelope).includes('"edited"'));
    await slack.redeliver(envelope);
    slack.edit(edited, `${CLOSED}\n${TIMEOUT}`);
    await slack.updates.next(({ text }) => text.includes('gunicorn killed the worker'));
    await settle();
    expect(slack.updates.all).toHaveLength(2);
    expect(writtenIn(question)).toHaveLength(1);
  });
});

test('an answer says when what was written below it is about the lines as they were', async () => {
  const question = slack.post({ mention: true, text: CLOSED });
  const answer = await answerTo(question);
  await slack.click(answer, 'nginx-why:all-causes');
  await slack.nextMessage(({ text }) => text.startsWith('All causes'));
  slack.edit(question, `${CLOSED}\n${TIMEOUT}`);
  const updated = await slack.updates.next(({ text }) => text.includes('gunicorn killed the worker'));
  expect(wordsOf(updated)).toContain('What was written below before that is about the lines as they were.');
});

test('a message that is edited to mention the bot is answered like a new one', async () => {
  const question = slack.post({ text: REFUSED });
  slack.edit(question, REFUSED, true);
  expect((await answerTo(question)).text).toContain('nothing accepts connections');
});

test('so is one in the thread of an alert, which it asks about', async () => {
  const alert = slack.post({ text: REFUSED });
  const reply = slack.post({ text: 'who knows this?', thread: alert });
  slack.edit(reply, 'who knows this?', true);
  expect((await answerTo(alert)).text).toContain('nothing accepts connections');
});

test('a bare mention in the thread of an alert, once answered, is not answered again when it gets more words', async () => {
  const alert = slack.post({ text: REFUSED });
  const reply = slack.post({ text: '', mention: true, thread: alert });
  await answerTo(alert);
  slack.edit(reply, 'please');
  await settle();
  expect(writtenIn(alert)).toHaveLength(1);
});

test('an answer that was deleted is not missed: the edit is answered like a new message', async () => {
  const question = slack.post({ channel: DM, text: CLOSED });
  const answer = await answerTo(question);
  slack.workspace.messages.splice(slack.workspace.messages.indexOf(answer), 1);
  slack.edit(question, REFUSED);
  const again = await slack.nextMessage(({ thread, ts }) => thread === question.ts && ts !== answer.ts);
  expect(again.text).toContain('nothing accepts connections');
});

test('a deleted question keeps its answer, and is no evidence any more', async () => {
  const question = slack.post({ channel: DM, text: CLOSED });
  const answer = await answerTo(question);
  slack.remove(question);
  await settle();
  expect(writtenIn(question)).toEqual([answer]);
  slack.post({ channel: DM, text: TIMEOUT, thread: question });
  const next = await slack.nextMessage(({ ts, thread }) => thread === question.ts && ts !== answer.ts);
  expect(next.text).not.toContain('gunicorn killed the worker');
});
