import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveMarkup } from '../fake-slack/live-markup.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { DM, type Message } from '../fake-slack/workspace.ts';
import { REFUSED, refusedAt } from './pastes.ts';
import { type RunningBot, runBot } from './run-bot.ts';
import { wordsOf } from './texts.ts';

let slack: FakeSlack;
let bot: RunningBot;
beforeAll(async () => {
  slack = await startFakeSlack();
  bot = await runBot(slack, 'socket');
});
afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

const TITLE = 'nothing accepts connections';
/** Control characters except line breaks, and marks that reorder text. */
const ACTIVE = /[\p{Cc}--\n]|[\u202a-\u202e]/v;

async function answerToFile(content: string): Promise<Message> {
  const question = slack.upload({ channel: DM, name: 'error.log', content });
  return slack.nextMessage(({ thread }) => thread === question.ts, 20_000);
}

describe('a paste that attacks', () => {
  test.for([
    ['broadcasts', '/<!channel><!here><!everyone>'],
    ['mentions a person', '/<@U0BEN>'],
    ['hides a link behind another', '/<https://evil.example|https://slack.com>'],
    ['closes a code block', '/```<!channel>```'],
    ['is escaped twice', '/&lt;!channel&gt;'],
    ['colours the terminal', '/\u001b[31mred\u001b]0;title\u0007'],
    ['reorders text', '/\u202egnp.exe'],
    ['injects a shell command', '/$(reboot);`reboot`|reboot&&reboot'],
    ['breaks out of quotes', `/';reboot;'"`],
  ] as const)('because it %s is answered, and nothing of it comes alive', async ([, path]) => {
    const answer = await answerToFile(refusedAt(path));
    expect(answer.text).toContain(TITLE);
    expect(liveMarkup(answer)).toEqual([]);
    expect(`${answer.text}${wordsOf(answer)}`).not.toMatch(ACTIVE);
  });

  test('is answered once more in full without coming alive', async () => {
    const answer = await answerToFile(refusedAt('/<!channel>'));
    await slack.click(answer, 'nginx-why:all-causes');
    const all = await slack.nextMessage();
    expect(liveMarkup(all)).toEqual([]);
  });
});

describe('a paste of uncommon size', () => {
  test('of 1 MB, with the error in its middle', async () => {
    const noise = 'ordinary words of an application, nothing to see here\n'.repeat(10_000);
    const answer = await answerToFile(`${noise}${REFUSED}\n${noise}`);
    expect(answer.text).toContain(TITLE);
    expect(wordsOf(answer)).toContain('from line 10001');
  });

  test('of 10 MB without a line break', async () => {
    const answer = await answerToFile('x'.repeat(10_000_000));
    expect(answer.text).toContain('I see no nginx log line');
  });

  test('of 14 MB, of which the beginning is read, and it says so', async () => {
    const answer = await answerToFile(`${REFUSED}\n${'y'.repeat(99)}\n`.padEnd(14_000_000, `${'z'.repeat(99)}\n`));
    expect(answer.text).toContain(TITLE);
    expect(wordsOf(answer)).toContain('I read its first 12 MB');
  });

  test('of nothing but errors, ten thousand of them', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => refusedAt(`/page/${index}`));
    expect((await answerToFile(lines.join('\n'))).text).toContain(TITLE);
  });
});

test('what people paste never reaches the log', async () => {
  await answerToFile(refusedAt('/a-secret-path'));
  expect(bot.lines.join('\n')).not.toContain('a-secret-path');
  expect(bot.lines.join('\n')).not.toContain(slack.tokens.bot);
});

test('nothing that was sent was over a limit of Slack', () => {
  expect(slack.refused.all.map(({ answer }) => answer)).toEqual([]);
});
