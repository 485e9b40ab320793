import { chromium, type Locator } from 'playwright-core';
import { startFakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { OPS } from '../test/fake-slack/workspace.ts';
import { buildPage } from './build-page.ts';
import { EXAMPLES, type Example } from './examples.ts';
import { listenNear } from './listen-near.ts';
import { createPageServer } from './page-server.ts';
import { finishExample, pasteExample } from './paste-example.ts';
import { startBot } from './start-bot.ts';

const [path, id = 'gunicorn', scheme = 'light'] = process.argv.slice(2);
const example = EXAMPLES.find((one) => one.id === id);

if (path && example && (scheme === 'light' || scheme === 'dark')) await takePicture(path, example, scheme);
else {
  const ids = EXAMPLES.map((one) => one.id).join('|');
  console.error(`Usage: node demo/take-picture.ts FILE.png [${ids}] [light|dark]\nNeeds /usr/bin/chromium.`);
  process.exitCode = 2;
}

/** Writes a picture of the real bot's answer to an example, as the demo shows it, for the README; of one of several pastes the whole
 * thread. */
async function takePicture(file: string, example: Example, colorScheme: 'light' | 'dark'): Promise<void> {
  const slack = await startFakeSlack();
  const [bot, page] = await Promise.all([startBot(slack), buildPage()]);
  const server = createPageServer(slack, page);
  const port = await listenNear(server, 0);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await finishExample(pasteExample(slack, example, OPS).steps);
    const view = await browser.newPage({ colorScheme, deviceScaleFactor: 2, viewport: { width: 900, height: 2400 } });
    await view.goto(`http://127.0.0.1:${port}/`);
    await view.locator('.replies').click();
    const whole = view.locator('.thread .messages');
    if (example.next) await view.setViewportSize({ width: 900, height: 200 + (await heightOf(whole)) });
    await (example.next ? whole : view.locator('.thread .message-from-bot')).screenshot({ path: file });
  } finally {
    await browser.close();
    await bot.stop();
    server.close();
    server.closeAllConnections();
    await slack.stop();
  }
}

/** How high everything in a list is that scrolls, in pixels. */
function heightOf(list: Locator): Promise<number> {
  return list.evaluate((element) => [...element.children].reduce((sum, child) => sum + child.clientHeight, 0));
}
