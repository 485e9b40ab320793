import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { EXAMPLES } from '../examples.ts';
import { type DemoModel, startModel } from '../start-model.ts';
import { TERMINAL_STYLE, toTerminalHtml } from '../terminal-html.ts';
import { type Output, recordTerminal, type Take, toCast, toScreen } from './terminal.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const SHOWN = 'nginx-why --explain error.log gunicorn.log';
const CTRL_C = '\u0003';
const FIRST_WORDS = 'bear it out';

interface Scene {
  readonly name: string;
  readonly title: string;
  readonly model: DemoModel;
  readonly types: Take['types'];
  /** Moments that are drawn: a caption, and the words with whose coming they begin; null is the end. */
  readonly moments: readonly (readonly [string, string | null])[];
}

const SCENES: readonly Scene[] = [
  {
    name: 'streamed',
    title: 'nginx-why --explain: a streamed explanation',
    model: 'sound',
    types: null,
    moments: [
      ['The answer stands at once; the model has not said a word', 'Asking demo-sound'],
      ['Its first sentence was judged and is shown', FIRST_WORDS],
      ['The end', null],
    ],
  },
  {
    name: 'stopped',
    title: 'nginx-why --explain: Ctrl-C stops it',
    model: 'sound',
    types: { keys: CTRL_C, after: FIRST_WORDS },
    moments: [
      ['While it writes', FIRST_WORDS],
      ['After Ctrl-C', null],
    ],
  },
  {
    name: 'dead-server',
    title: 'nginx-why --explain: the model server is away',
    model: 'dead',
    types: null,
    moments: [['The answer stands, as it needs no model', null]],
  },
  {
    name: 'dropped',
    title: 'nginx-why --explain: a model that is not believed',
    model: 'inventive',
    types: null,
    moments: [
      ['It begins well', FIRST_WORDS],
      ['And is taken back for what it says then', null],
    ],
  },
];

/** Records every scene on a terminal: `terminal-NAME.cast`, and its moments beside each other in `terminal-NAME.png`. */
export async function recordTerminalScenes(folder: string, browser: Browser): Promise<void> {
  const logs = mkdtempSync(join(tmpdir(), 'nginx-why-recording-'));
  const [access = '', ...gunicorn] = (EXAMPLES.find(({ id }) => id === 'gunicorn')?.paste ?? '').split('\n');
  writeFileSync(join(logs, 'error.log'), `${access}\n`);
  writeFileSync(join(logs, 'gunicorn.log'), `${gunicorn.slice(1).join('\n')}\n`);
  for (const scene of SCENES) {
    const outputs = await recordScene(scene, logs);
    writeFileSync(join(folder, `terminal-${scene.name}.cast`), toCast(outputs, scene.title));
    await draw(scene, outputs, join(folder, `terminal-${scene.name}.png`), browser);
  }
  rmSync(logs, { recursive: true });
}

async function recordScene({ model: name, types }: Scene, folder: string): Promise<readonly Output[]> {
  const model = await startModel(name);
  const command = `printf '$ ${SHOWN}\\n'; exec ${process.execPath} ${CLI} ${SHOWN.slice('nginx-why '.length)}`;
  const outputs = await recordTerminal({ command, folder, environment: model.environment, types });
  await model.stop();
  return outputs;
}

async function draw({ moments }: Scene, outputs: readonly Output[], file: string, browser: Browser): Promise<void> {
  const shots = moments.map(([caption, words]) => {
    const until =
      words === null ? outputs.length : outputs.findIndex((_, at) => holds(outputs.slice(0, at + 1), words)) + 1;
    const seconds = outputs[until - 1]?.seconds ?? 0;
    return `<figure style="margin:0 0 28px"><figcaption style="color:#9da7b3;font:italic 15px sans-serif;padding-bottom:8px">${caption} (${seconds.toFixed(1)} s)</figcaption>${toTerminalHtml(toScreen(outputs.slice(0, until)))}</figure>`;
  });
  const page = await browser.newPage({ viewport: { width: 800, height: 300 } });
  await page.setContent(`<body style='${TERMINAL_STYLE}'>${shots.join('')}</body>`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

const holds = (outputs: readonly Output[], words: string): boolean =>
  outputs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .includes(words);
