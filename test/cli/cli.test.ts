import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CLOSED =
  '[error] 1234#0: *5678 upstream prematurely closed connection while reading response header from upstream, client: 1.2.3.4, server: example.com, request: "POST /api/data HTTP/1.1", upstream: "http://127.0.0.1:8080/api/data"';
const DATED = `2026/11/22 10:15:42 ${CLOSED}`;
const TIMEOUT = '[2026-11-22 10:15:42 +0000] [29110] [CRITICAL] WORKER TIMEOUT (pid:29116)';
const ESCAPE = '\u001b';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the tool as a person does, with this on its standard input. */
async function run(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['test-dist/cli.cjs', ...args], {
    env: { ...inherited, ...env },
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code: await ended, out, err };
}

let folder = '';
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nginx-why-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('explains the line of the article on standard input', async () => {
  const { code, out, err } = await run([], CLOSED);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('The backend hung up');
  expect(out).toContain('nothing here is confirmed');
});

test('several files are one case: the backend’s log proves the cause of nginx’s line', async () => {
  const { out } = await run([await file('error.log', DATED), await file('gunicorn.log', TIMEOUT), '--format', 'json']);
  const [finding] = JSON.parse(out).findings;
  expect(finding).toMatchObject({ entry: 'upstream-prematurely-closed', count: 1 });
  expect(finding.causes[0]).toMatchObject({
    id: 'gunicorn-worker-timeout',
    confidence: 'confirmed',
    evidence: [{ signal: 'gunicorn-worker-timeout', supports: true, lines: [2] }],
  });
});

test('lines are named by file and line where there are several', async () => {
  const { out } = await run([
    await file('error.log', `noise\n${DATED}`),
    await file('gunicorn.log', `noise\n${TIMEOUT}`),
  ]);
  expect(out).toContain('error.log:2:');
  expect(out).toContain('gunicorn.log:2:');
});

test('a file that ends in the middle of a line does not swallow the next file', async () => {
  const open = '2026/11/22 10:15:41 [error] 7#7: *1 FastCGI sent in stderr: "PHP message: PHP Fatal error: a';
  const { out } = await run([
    await file('error.log', open),
    await file('gunicorn.log', `WORKER TIMEOUT (pid:29116)\n${DATED}`),
    '-f',
    'json',
  ]);
  expect(JSON.parse(out).findings.map(({ entry }: { entry: string }) => entry)).toContain(
    'upstream-prematurely-closed',
  );
  expect(JSON.parse(out).verdicts.at(1)).toMatchObject({ lines: [2], verdict: 'evidence' });
});

describe('--since-fix', () => {
  const request = (clock: string, status: number) =>
    `192.0.2.14 - - [22/Nov/2026:${clock} +0000] "POST /api/data HTTP/1.1" ${status} 157 "-" "curl/8.5.0" rt=0.001`;
  const RELOADED = '2026/11/22 10:30:00 [notice] 1#1: start worker processes';

  test.for([
    [
      'fixed',
      [request('10:15:42', 502), request('10:31:00', 200)],
      0,
      'Fixed: 1 request for POST /api/data got through',
    ],
    [
      'still failing',
      [request('10:15:42', 502), request('10:31:00', 502)],
      1,
      'Still failing: POST /api/data got a 502 at 10:31:00',
    ],
    ['not decidable', [request('10:15:42', 502)], 3, 'Not decidable yet:'],
  ] as const)('tells by its words and exit code that it is %s', async ([name, lines, code, words]) => {
    const files = [await file('error.log', `${DATED}\n${RELOADED}`), await file('access.log', lines.join('\n'))];
    for (const time of ['2026/11/22 10:30:00', 'reload']) {
      const { code: exit, out, err } = await run(['--since-fix', time, ...files]);
      expect({ name, exit, err }).toEqual({ name, exit: code, err: '' });
      expect(out.slice(0, words.length)).toBe(words);
    }
  });

  test('explains again only what still fails', async () => {
    const access = await file('access.log', [request('10:15:42', 502), request('10:31:00', 200)].join('\n'));
    const { out } = await run(['--since-fix', '2026/11/22 10:30:00', await file('error.log', DATED), access]);
    expect(out).not.toContain('The backend hung up');
    const failing = await file('access.log', [request('10:15:42', 502), request('10:31:00', 502)].join('\n'));
    const again = await run(['--since-fix', '2026/11/22 10:30:00', await file('error.log', DATED), failing]);
    expect(again.out).toContain('The backend hung up');
  });

  test('stands in Markdown and JSON', async () => {
    const input = `${DATED}\n200 after 0.2 s`;
    const markdown = await run(['--since-fix', '2026/11/22 10:30:00', '-f', 'markdown', '-'], input);
    expect(markdown.out).toMatch(
      /^## Did the fix work\?\n\nThe backend hung up before it had answered: Looks fixed: 1 request/,
    );
    const json = await run(['--since-fix', '2026/11/22 10:30:00', '-f', 'json', '-'], input);
    expect(JSON.parse(json.out).fixVerdicts).toMatchObject([{ kind: 'fixed', passed: 1, lines: [2] }]);
  });

  test('refuses what is no time, and says what it takes', async () => {
    const { code, err } = await run(['--since-fix', 'lunch', '-'], DATED);
    expect(code).toBe(2);
    expect(err).toContain('--since-fix: "lunch" is no time. Write 10:30, 20m (ago)');
  });

  test.for([
    ['no error', '2026/11/22 10:30:00', 'hello', 'these lines hold no error'],
    ['no reload', 'reload', DATED, 'nginx logged no start or reload'],
  ] as const)('says that there is nothing to judge where there is %s', async ([, time, input, words]) => {
    const { code, err } = await run(['--since-fix', time, '-'], input);
    expect(code).toBe(3);
    expect(err).toContain(words);
  });
});

test.for([
  ['gzip', 'error.log.gz', gzipSync(DATED)],
  ['zstd', 'error.log.zst', zstdCompressSync(DATED)],
] as const)('reads %s as it is', async ([, name, content]) => {
  const { code, out } = await run([await file(name, content)]);
  expect(code).toBe(0);
  expect(out).toContain('The backend hung up');
});

test('a log too long for a paste is counted whole', async () => {
  const lines = Array.from({ length: 20_000 }, () => DATED).join('\n');
  const { out } = await run(['--format', 'json', '-'], lines);
  expect(JSON.parse(out).findings[0]).toMatchObject({ entry: 'upstream-prematurely-closed', count: 20_000 });
});

test.for([
  ['nothing of nginx’s', ['-'], 'hello', 1],
  ['an unknown option', ['--nope'], '', 2],
  ['an unknown entry', ['explain', 'no-such-entry'], '', 2],
  ['an unknown format', ['--format', 'xml'], '', 2],
  ['help', ['--help'], '', 0],
  ['a harmless line', ['-'], '2026/11/22 10:15:42 [info] 7#7: *1 client 192.0.2.1 closed keepalive connection', 0],
] as const)('exit code for %s', async ([, args, input, code]) => {
  expect((await run(args, input)).code).toBe(code);
});

test('a missing file is named, with what to do', async () => {
  const { code, err } = await run([join(folder, 'no.log')]);
  expect(code).toBe(2);
  expect(err).toContain('no.log');
  expect(err).toContain('there is no such file');
});

test('a hostile file name cannot draw on the terminal', async () => {
  const { err } = await run([join(folder, `${ESCAPE}[2J.log`)]);
  expect(err).not.toContain(ESCAPE);
});

test('no colours into a pipe; FORCE_COLOR brings them, NO_COLOR wins for those who set it', async () => {
  expect((await run([], CLOSED)).out).not.toContain(ESCAPE);
  expect((await run([], CLOSED, { FORCE_COLOR: '1' })).out).toContain(ESCAPE);
  expect((await run([], CLOSED, { NO_COLOR: '1' })).out).not.toContain(ESCAPE);
});

test('control characters of the paste never reach the terminal', async () => {
  const hostile = CLOSED.replace('/api/data HTTP', `/${ESCAPE}[31m${ESCAPE}]0;title\u0007\u009b2J HTTP`);
  for (const format of ['text', 'markdown', 'json']) {
    const { out } = await run(['--format', format], hostile);
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
  }
});

test('a reader that goes away early is no error', async () => {
  const child = spawn(process.execPath, ['test-dist/cli.cjs', 'list'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(await text(child.stderr)).toBe('');
  expect(await ended).toBe(0);
});

test('explain, list, search and schema print what they say', async () => {
  expect((await run(['explain', 'upstream-prematurely-closed'])).out).toContain('gunicorn-worker-timeout');
  expect((await run(['list'])).out).toContain('no-live-upstreams');
  expect((await run(['search', 'broken', 'pipe'])).out).toContain('upstream-broken-pipe');
  expect(JSON.parse((await run(['schema'])).out)).toHaveProperty('$schema');
});

test('the way to a terminal answer loads neither the model’s nor Slack’s packages, nor YAML nor schemas', async () => {
  const probe = `const { registerHooks } = await import('node:module'); const seen = [];
    registerHooks({ resolve(s, c, n) { const r = n(s, c); seen.push(r.url); return r; } });
    process.argv.splice(1, Infinity, 'list'); process.stdout.write = () => true;
    await import('file://' + process.cwd() + '/src/cli.ts');
    console.error(seen.filter((url) => /node_modules\\/(?:openai|@slack|yaml|zod)\\//.test(url)).join('\\n'));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', probe], { stdio: ['ignore', 'ignore', 'pipe'] });
  expect((await text(child.stderr)).trim()).toBe('');
});
