import { once } from 'node:events';
import { get, IncomingMessage } from 'node:http';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.ts';
import { type RunningDemo, runDemoOnce, startDemo } from './start-demo.ts';

const executablePath = findChromium();
const DESK: BrowserContextOptions = { viewport: { width: 1400, height: 900 }, colorScheme: 'light' };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const REFUSED =
  '2026/11/22 11:02:03 [error] 812#812: *91 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.7, server: shop.example.com, request: "GET /cart HTTP/1.1", upstream: "http://127.0.0.1:3000/cart", host: "shop.example.com"';

if (!executablePath) console.log('The tests of the demo page are left out: there is no Chromium at /usr/bin/chromium.');

test('--once prints an answer and ends well', { timeout: 30_000 }, async () => {
  const { code, output } = await runDemoOnce();
  expect(output).toMatch(/nginx-why answers in the thread:\s+\S/);
  expect(output).toContain('upstream prematurely closed');
  expect(output).toContain('That decides it: gunicorn killed the worker');
  expect(output.replace(/\s+/g, ' ')).toContain('Fixed: 2 requests for GET /reports/yearly got through');
  expect(code).toBe(0);
});

describe.skipIf(!executablePath)('the demo page', { timeout: 30_000 }, () => {
  let demo: RunningDemo;
  let browser: Browser;
  const pages: Page[] = [];

  beforeAll(async () => {
    demo = await startDemo('--explain');
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...CHROMIUM_FLAGS] });
  }, 60_000);
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  async function open(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    pages.push(page);
    page.setDefaultTimeout(10_000);
    await page.goto(demo.url);
    await page.getByRole('article').first().waitFor();
    return page;
  }

  const thread = (page: Page) => page.getByRole('region', { name: 'Thread' });
  const answers = (page: Page) => thread(page).getByRole('article', { name: /^nginx-why/ });

  test('has pasted an incident by itself, and the answer stands in its thread', async () => {
    const page = await open(DESK);
    await expectText(answers(page).first(), /portal\.example\.com/);
    expect(demo.output).toContain('portal.example.com');
  });

  test('answers a paste in its thread, with ranked causes and a command', async () => {
    const page = await open(DESK);
    await page.getByLabel('Message #ops').fill(REFUSED);
    await page.keyboard.press('Enter');
    await expectText(answers(page).first(), /shop\.example\.com/);
    await expectText(answers(page).first(), /upstream-connection-refused/);
    expect(await answers(page).first().locator('pre').count()).toBeGreaterThan(0);
  });

  test.for([
    ['Backend hung up', /127\.0\.0\.1:8080/],
    ['The same, with the backend', /portal\.example\.com/],
    ['Connection refused on', /\[::1\]:3000/],
    ['PHP: Primary script unknown', /blog\.example\.com/],
    ['A visitor left early', /Harmless|Nothing is wrong/],
    ['A line nobody knows', /I do not know|don.t know/],
    ['No log at all', /no nginx log line/],
  ] as const)('answers the example “%s”', async ([title, answer]) => {
    const page = await open(DESK);
    await page.getByRole('button', { name: title }).click();
    await expectText(answers(page).first(), answer);
  });

  test('tells an incident in three pastes, in one thread', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: 'An incident in three pastes' }).click();
    await expectText(answers(page).nth(0), /can.t tell why/);
    await expectText(answers(page).nth(1), /That decides it/);
    await expectText(answers(page).nth(2), /Fixed: 2 requests/);
  });

  test('a hostile paste mentions nobody and links nowhere', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: 'A hostile paste' }).click();
    await expectText(answers(page).first(), /<!channel>/);
    expect(await answers(page).locator('a[href*="evil"], .slack_user, .slack_broadcast').count()).toBe(0);
  });

  test('a button of an answer opens more', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: /^Connection refused on/ }).click();
    await expectText(answers(page).first(), /\[::1\]:3000/);
    await answers(page)
      .first()
      .getByRole('button', { name: /causes/ })
      .click();
    await Promise.race([page.getByRole('dialog').waitFor(), answers(page).nth(1).waitFor()]);
  });

  test('a made-up model explains an answer on request, and its words are labelled', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: /^Connection refused on/ }).click();
    await expectText(answers(page).first(), /\[::1\]:3000/);
    await answers(page)
      .first()
      .getByRole('button', { name: /^Explain/ })
      .click();
    await answers(page).first().getByRole('button', { name: /^Stop/ }).waitFor();
    await expectText(answers(page).nth(1), /AI-written by demo-sound/);
    await answers(page)
      .nth(1)
      .getByRole('button', { name: /^What was sent/ })
      .waitFor();
    await answers(page).first().getByRole('button', { name: /^Stop/ }).waitFor({ state: 'detached' });
    expect(
      await answers(page)
        .first()
        .getByRole('button', { name: /^Explain/ })
        .count(),
    ).toBe(0);
  });

  test('/nginx-why opens a modal that explains what is wrong and takes a paste', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: '/nginx-why' }).click();
    const modal = page.getByRole('dialog');
    await modal.getByLabel('Log lines').waitFor();
    expect(await focused(page)).toContain('textarea');
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('/nginx-why');
    await page.keyboard.press('Enter');
    await modal.getByRole('button', { name: 'Explain' }).click();
    await modal.getByRole('alert').first().waitFor();
    await modal.getByLabel('Log lines').fill(REFUSED);
    await modal.getByRole('button', { name: 'Explain' }).click();
    await modal.waitFor({ state: 'detached' });
    await page.getByText('Only visible to you').first().waitFor();
  });

  test('the message shortcut answers for one person only', async () => {
    const page = await open(DESK);
    const message = page.getByRole('region', { name: '# ops' }).getByRole('article', { name: /^Anna/ }).first();
    await message.hover();
    await message.getByRole('button', { name: 'Why this nginx error?' }).click();
    await page.getByText('Only visible to you').last().waitFor();
  });

  test('a log file is read', async () => {
    const page = await open(DESK);
    await page.getByRole('button', { name: /direct message/ }).click();
    const file = { name: 'error.log', mimeType: 'text/plain', buffer: Buffer.from(REFUSED) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await expectText(answers(page).first(), /shop\.example\.com/);
  });

  test('works from the keyboard: Escape closes the thread and the composer has the focus', async () => {
    const page = await open(DESK);
    await answers(page).first().waitFor();
    await thread(page).focus();
    await page.keyboard.press('Escape');
    await thread(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('id="composer"');
  });

  test.for([
    ['light', { ...DESK, colorScheme: 'light' }],
    ['dark', { ...DESK, colorScheme: 'dark' }],
    ['a phone, light', { ...PHONE, colorScheme: 'light' }],
    ['a phone, dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('axe finds nothing in %s', async ([, options]) => {
    const page = await open(options);
    await page.getByLabel('Message #ops').fill(`/nginx-why ${REFUSED}`);
    await page.keyboard.press('Enter');
    await page.getByText('Only visible to you').first().waitFor();
    await page.getByRole('button', { name: /^Connection refused on/ }).click();
    await expectText(answers(page).first(), /\[::1\]:3000/);
    expect(await violations(page)).toEqual([]);
    await thread(page).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: '/nginx-why' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('nothing is wider than a phone', async () => {
    const page = await open(PHONE);
    await page.getByRole('button', { name: /^Connection refused on/ }).click();
    await expectText(answers(page).first(), /\[::1\]:3000/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('takes nothing from other sites: foreign host names, forms, scripts', async () => {
    expect((await fetch(demo.url)).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${demo.url}act`, { method: 'POST', body: '{"do":"close-modal"}' })).status).toBe(404);
    expect(await statusWithHost(demo.url, 'rebound.example')).toBe(403);
  });
});

/** The status of a request that came by another host name. */
async function statusWithHost(url: string, host: string): Promise<number | undefined> {
  const request = get(url, { headers: { host } });
  const [response] = await once(request, 'response');
  return response instanceof IncomingMessage ? response.statusCode : undefined;
}

/** The element that has the focus, as HTML. */
function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.outerHTML');
}

async function expectText(locator: ReturnType<Page['getByText']>, pattern: RegExp): Promise<void> {
  await locator.filter({ hasText: pattern }).waitFor();
}

/** What axe finds wrong, by rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}
