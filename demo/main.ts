import { startFakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { buildPage } from './build-page.ts';
import { FIRST } from './examples.ts';
import { listenNear } from './listen-near.ts';
import { parseOptions, USAGE } from './options.ts';
import { createPageServer } from './page-server.ts';
import { startBot } from './start-bot.ts';
import { toTerminal } from './to-terminal.ts';

const ANSWER_MS = 10_000;
const options = parseOptions(process.argv.slice(2));
if (options) await run(options.once, options.port);
else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function run(once: boolean, wantedPort: number): Promise<void> {
  console.log('Starting a local Slack, the bot on it, and a page …');
  const slack = await startFakeSlack();
  const [bot, page] = await Promise.all([startBot(slack), buildPage()]);
  const server = createPageServer(slack, page);
  const port = await listenNear(server, wantedPort);

  const stop = async (code: number): Promise<never> => {
    await bot.stop();
    server.close();
    server.closeAllConnections();
    await slack.stop();
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));

  slack.post({ text: FIRST.paste, mention: true });
  console.log(`\nSomebody pastes into #ops:\n\n${toTerminal(FIRST.paste)}\n\nnginx-why answers in the thread:\n`);
  const answer = await slack.nextMessage(undefined, ANSWER_MS);
  console.log(toTerminal(answer.text));
  if (once) return stop(0);
  console.log(`\nTry your own lines: http://127.0.0.1:${port}/   (Ctrl-C ends the demo)`);
  console.error(await bot.ended);
  await slack.stop();
  process.exit(1);
}
