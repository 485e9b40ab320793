import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startFakeSlack } from '../../test/fake-slack/start-fake-slack.ts';
import { OPS } from '../../test/fake-slack/workspace.ts';
import { buildPage } from '../build-page.ts';
import { EXAMPLES } from '../examples.ts';
import { listenNear } from '../listen-near.ts';
import { createPageServer } from '../page-server.ts';
import { finishExample, pasteExample } from '../paste-example.ts';
import { startBot } from '../start-bot.ts';
import { type DemoModel, startModel } from '../start-model.ts';

const VIEW = { width: 860, height: 860 };

/** Plays one scene on the page of a workspace of its own; `take` makes a picture of the thread's end. */
interface Scene {
  readonly model: DemoModel;
  /** Typed into the channel before anything else; null where nothing is. */
  readonly command: string | null;
  readonly play: (thread: Thread) => Promise<void>;
}

interface Thread {
  readonly press: (name: string) => Promise<void>;
  readonly see: (text: string) => Promise<void>;
  readonly take: (name: string) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  {
    model: 'sound',
    command: null,
    play: async ({ press, see, take }) => {
      await press('Explain:');
      await see('is writing an explanation');
      await take('waiting');
      await see('bear it out');
      await take('streaming');
      await see('the answer does not rest on it');
      await take('finished');
      await press('What was sent');
      await see('This was sent to the model');
      await take('what-was-sent');
    },
  },
  {
    model: 'sound',
    command: null,
    play: async ({ press, see, take }) => {
      await press('Explain:');
      await see('bear it out');
      await press('Stop:');
      await see('It was stopped before its end.');
      await take('stopped');
    },
  },
  {
    model: 'dead',
    command: null,
    play: async ({ press, see, take }) => {
      await press('Explain:');
      await see('The model server does not answer');
      await take('dead-server');
    },
  },
  {
    model: 'inventive',
    command: null,
    play: async ({ press, see, take }) => {
      await press('Explain:');
      await see('bear it out');
      await take('dropped-before');
      await see('so nothing of it is shown');
      await take('dropped');
    },
  },
  {
    model: 'sound',
    command: '/nginx-why language de',
    play: async ({ press, see, take }) => {
      await press('Explain:');
      await see('the answer does not rest on it');
      await take('german');
    },
  },
];

/** Plays every scene and takes its pictures: `slack-NAME.png`. */
export async function recordSlackScenes(folder: string, browser: Browser): Promise<void> {
  const page = await buildPage();
  for (const scene of SCENES) await inWorkspace(scene, page, browser, folder);
}

async function inWorkspace(
  { model: name, command, play }: Scene,
  built: Awaited<ReturnType<typeof buildPage>>,
  browser: Browser,
  folder: string,
): Promise<void> {
  const slack = await startFakeSlack();
  const model = await startModel(name);
  const bot = await startBot(slack, model.environment);
  const server = createPageServer(slack, built);
  const port = await listenNear(server, 0);
  const page = await browser.newPage({ colorScheme: 'light', deviceScaleFactor: 1.25, viewport: VIEW });
  try {
    if (command) await slack.command({ text: command.replace(/^\S+ /, '') });
    const example = EXAMPLES.find(({ id }) => id === 'gunicorn');
    if (example) await finishExample(pasteExample(slack, example, OPS).steps);
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.locator('.replies').click();
    await play(openThread(page, folder));
  } finally {
    await page.close();
    await bot.stop();
    await model.stop();
    server.close();
    server.closeAllConnections();
    await slack.stop();
  }
}

function openThread(page: Page, folder: string): Thread {
  const thread = page.getByRole('region', { name: 'Thread' });
  return {
    press: (name) =>
      thread
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .last()
        .click(),
    see: (text) => thread.getByText(text).last().waitFor(),
    take: async (name) => {
      await thread.locator('.messages').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await thread.screenshot({ path: join(folder, `slack-${name}.png`) });
    },
  };
}
