import { startFakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { OPS } from '../test/fake-slack/workspace.ts';
import { buildPage } from './build-page.ts';
import { FIRST } from './examples.ts';
import { listenNear } from './listen-near.ts';
import { type DemoOptions, parseOptions, USAGE } from './options.ts';
import { createPageServer } from './page-server.ts';
import { pasteExample } from './paste-example.ts';
import { startBot } from './start-bot.ts';
import { startModel } from './start-model.ts';
import { toTerminal } from './to-terminal.ts';

const options = parseOptions(process.argv.slice(2));
if (options) {
  const code = await run(options).then(() => 0, fail);
  process.exit(code);
}
const isHelp = process.argv.includes('--help');
(isHelp ? process.stdout : process.stderr).write(`${USAGE}\n`);
process.exit(isHelp ? 0 : 2);

function fail(error: unknown): number {
  console.error(`The demo can't go on. ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

async function run({ once, port: wantedPort, model: wantedModel }: DemoOptions): Promise<void> {
  console.log('Starting a local Slack, the bot on it, and a page …');
  const slack = await startFakeSlack();
  const model = wantedModel && (await startModel(wantedModel));
  const [bot, page] = await Promise.all([startBot(slack, model?.environment), buildPage()]);
  const server = createPageServer(slack, page);
  const port = await listenNear(server, wantedPort);

  async function stop(): Promise<void> {
    await bot.stop();
    await model?.stop();
    server.close();
    server.closeAllConnections();
    await slack.stop();
  }
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });

  try {
    let where = 'into #ops';
    for await (const { paste, answer } of pasteExample(slack, FIRST, OPS).steps) {
      console.log(`\nSomebody pastes ${where}:\n\n${toTerminal(paste)}\n\nnginx-why answers in the thread:\n`);
      console.log(toTerminal((await answer).text));
      where = 'into the thread';
    }
    if (once) return;
    if (wantedModel) console.log(`\n"Explain" below an answer asks a made-up model (${wantedModel}).`);
    console.log(`\nTry your own lines: http://127.0.0.1:${port}/   (Ctrl-C ends the demo)`);
    const lastWords = await Promise.race([asked, bot.ended]);
    if (lastWords !== null) throw new Error(lastWords);
  } finally {
    await stop();
  }
}
