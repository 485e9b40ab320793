import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JsonObject, objectsAt } from '../fake-slack/json.ts';
import { REFUSED } from './pastes.ts';
import { type RunningBot, spawnBot } from './run-bot.ts';
import { findLocalSlack, LOCAL, LOCAL_TOKENS, type LocalSlack, runLocalSlack } from './run-local-slack.ts';

const binary = findLocalSlack();
const missing = binary === null && !process.env.CI;

/** A second opinion on the main journey: an emulator that we did not write. */
describe.skipIf(missing)(
  'in local-slack (left out where the npm package local-slack-linux-x64 is not installed)',
  () => {
    let slack: LocalSlack;
    let bot: Omit<RunningBot, 'healthUrl'>;
    beforeAll(async () => {
      slack = await runLocalSlack(binary ?? 'local-slack');
      bot = spawnBot({
        SLACK_BOT_TOKEN: LOCAL_TOKENS.bot,
        SLACK_APP_TOKEN: LOCAL_TOKENS.app,
        SLACK_API_URL: `${slack.url}/api/`,
        SLACK_FILES_URL: slack.url,
        HEALTH_PORT: '0',
      });
      await bot.logged('ready');
    });
    afterAll(async () => {
      await bot.stop();
      await slack.stop();
    });

    const { channel, person: user } = LOCAL;
    const fromBot =
      (words: string) =>
      ({ user: author, text }: JsonObject) =>
        author === LOCAL.bot && String(text).includes(words);

    function press(message: JsonObject, actionId: string): Promise<void> {
      const row = objectsAt(message, 'blocks').find(({ type }) => type === 'actions') ?? {};
      const button = objectsAt(row, 'elements').find(({ action_id }) => action_id === actionId) ?? {};
      const action = { ...button, block_id: row.block_id };
      return slack.act('interact', { channel, user, messageTs: message.ts, action });
    }

    test('a mention is answered in its thread, and a button opens the rest there', async () => {
      await slack.act('message', { channel, user, text: `<@${LOCAL.bot}> ${REFUSED}` });
      const question = await slack.messages.next(({ user: author }) => author === user);
      const answer = await slack.messages.next(fromBot('nothing accepts connections'));
      expect(answer.thread_ts).toBe(question.ts);
      await press(answer, 'nginx-why:all-causes');
      expect((await slack.messages.next(fromBot('All causes of'))).thread_ts).toBe(question.ts);
    });

    test('a command is answered to its asker, who shares it', async () => {
      await slack.act('command', { channel, user, command: '/nginx-why', text: REFUSED });
      const answer = await slack.messages.next(({ subtype }) => subtype === 'ephemeral');
      expect(answer).toMatchObject({
        ephemeral_to: user,
        text: expect.stringContaining('nothing accepts connections'),
      });
      await press(answer, 'nginx-why:share');
      const shared = await slack.messages.next(
        ({ ts, ...message }) => ts !== answer.ts && fromBot('nothing accepts')(message),
      );
      expect(shared.subtype).toBeUndefined();
    });
  },
);
