import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { recordSlackScenes } from './record/slack-takes.ts';
import { recordTerminalScenes } from './record/terminal-takes.ts';

// Records what docs/explanations.md shows: npm run record:explain
// Needs /usr/bin/chromium and script(1) from util-linux; everything else runs on this machine's loopback.

const folder = fileURLToPath(new URL('../docs/recordings', import.meta.url));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
await recordTerminalScenes(folder, browser);
await recordSlackScenes(folder, browser);
await browser.close();
