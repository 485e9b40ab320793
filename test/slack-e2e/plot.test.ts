import { expect, test } from 'vitest';
import { startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { REFUSED } from './pastes.ts';
import { runBot } from './run-bot.ts';

const LONG = Array.from({ length: 12 }, (_, minute) => REFUSED.replace('10:15:42', `10:${15 + minute}:42`)).join('\n');

test('a long paste is plotted below its answer, and the picture has its words', async () => {
  const slack = await startFakeSlack();
  const bot = await runBot(slack, 'socket');
  const question = slack.upload({ mention: true, text: '', name: 'error.log', mode: 'hosted', content: LONG });
  const answer = await slack.nextMessage(({ thread }) => thread === question.ts);
  expect(answer.files).toEqual([]);
  const plot = await slack.nextMessage(({ thread, files }) => thread === question.ts && files.length > 0, 30_000);
  expect(plot.files[0]).toMatchObject({ name: 'timeline.png', title: 'When it happened' });
  expect([...(plot.files[0]?.content ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(plot.files[0]?.alt).toContain('Bar chart of lines per minute');
  await bot.stop();
  await slack.stop();
}, 60_000);

test('without the right to upload, the answer stands and nothing is logged as broken', async () => {
  const slack = await startFakeSlack();
  const bot = await runBot(slack, 'socket');
  slack.faults.plan('files.getUploadURLExternal', { kind: 'error', code: 'missing_scope' });
  const question = slack.upload({ mention: true, text: '', name: 'error.log', mode: 'hosted', content: LONG });
  await slack.nextMessage(({ thread }) => thread === question.ts);
  await bot.logged('a call to Slack failed');
  expect(bot.lines.filter((line) => line.includes('"msg":"failed"'))).toEqual([]);
  await bot.stop();
  await slack.stop();
}, 60_000);
