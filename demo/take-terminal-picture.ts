import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { EXAMPLES } from './examples.ts';

// Writes a picture of the terminal tool's answer to one of the demo's examples, for the README:
// node demo/take-terminal-picture.ts FILE.png EXAMPLE

const COLOURS: Readonly<Record<string, string>> = { '31': '#ff7b72', '32': '#7ee787', '36': '#79c0ff' };
const PAGE_STYLE =
  'margin:0;padding:24px 28px;background:#0d1117;color:#e6edf3;font:15px/1.45 "DejaVu Sans Mono",monospace;white-space:pre';

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
await page.setContent(`<body style='${PAGE_STYLE}'>${toHtml(shown)}</body>`);
await page.screenshot({ path: file, fullPage: true });
await browser.close();

/** The few sequences that the tool writes, as spans. */
function toHtml(ansi: string): string {
  const escaped = ansi.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what is drawn here
  return escaped.replace(/\u001b\[(\d{1,2})m/g, (_, code: string) => {
    if (code === '1') return '<span style="font-weight:bold">';
    const colour = COLOURS[code];
    return colour === undefined ? '</span>' : `<span style="color:${colour}">`;
  });
}
