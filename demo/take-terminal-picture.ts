import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { EXAMPLES } from './examples.ts';
import { TERMINAL_STYLE, toTerminalHtml } from './terminal-html.ts';

// Writes a picture of the terminal tool's answer to one of the demo's examples, for the README:
// node demo/take-terminal-picture.ts FILE.png EXAMPLE

const [file, id] = process.argv.slice(2);
const example = EXAMPLES.find((one) => one.id === id);
if (file === undefined || !example) {
  console.error(`Usage: node demo/take-terminal-picture.ts FILE.png ${EXAMPLES.map((one) => one.id).join('|')}`);
  process.exit(2);
}

const answer = execFileSync(process.execPath, ['src/cli.ts'], {
  input: example.paste,
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1' },
});
const shown = `$ nginx-why error.log gunicorn.log\n${answer.trimEnd()}`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 820, height: 400 } });
await page.setContent(`<body style='${TERMINAL_STYLE}'>${toTerminalHtml(shown)}</body>`);
await page.screenshot({ path: file, fullPage: true });
await browser.close();
