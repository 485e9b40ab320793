import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledCodeFile, toScript } from '../../src/bundle-script.ts';
import { REFUSED } from '../slack-e2e/pastes.ts';

const BUNDLE = resolve('test-dist/terminal.cjs');
const CODE = compiledCodeFile(BUNDLE);

/** What is published, as npm lays it out. */
let copy = '';
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'nginx-why-'));
  await mkdir(join(copy, 'dist'));
  await copyFile('package.json', join(copy, 'package.json'));
  for (const name of ['cli.cjs', 'terminal.cjs', 'knowledge.jsonl'])
    await copyFile(join('test-dist', name), join(copy, 'dist', name));
});
afterAll(() => rm(copy, { recursive: true }));

function answerOf(cli: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile(process.execPath, [cli], (error, out) => (error ? fail(error) : done(out)));
    child.stdin?.end(REFUSED);
  });
}

test('V8 takes the code that was compiled with the bundle', async () => {
  expect(toScript(BUNDLE, await readFile(CODE)).cachedDataRejected).toBe(false);
});

test('without it, and with what another V8 has written, the answer is the same', async () => {
  const expected = await answerOf('test-dist/cli.cjs');
  expect(expected).toContain('nothing accepts connections');
  const published = join(copy, 'dist', 'cli.cjs');
  expect(await answerOf(published)).toBe(expected);
  await writeFile(join(copy, 'dist', basename(CODE)), 'of another V8');
  expect(await answerOf(published)).toBe(expected);
});
