import type { FakeSlack } from '../../test/fake-slack/start-fake-slack.ts';
import { type RunningBot, spawnNode } from '../../test/slack-e2e/run-bot.ts';
import { BOT } from '../build.ts';

/** The bot as it is published, connected to the local stand-in for Slack. Resolves when it takes events. */
export async function startBuiltBot(
  slack: FakeSlack,
  nodeOptions: readonly string[] = [],
): Promise<Omit<RunningBot, 'healthUrl'>> {
  const environment = {
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_APP_TOKEN: slack.tokens.app,
    SLACK_API_URL: slack.apiUrl,
    SLACK_FILES_URL: slack.filesUrl,
    HEALTH_PORT: '0',
  };
  const bot = spawnNode(environment, [...nodeOptions, BOT]);
  await bot.logged('ready');
  return bot;
}
