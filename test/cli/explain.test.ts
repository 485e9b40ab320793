import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { chunk, type ModelScript, type ModelServer, startModelServer, streams } from '../llm/model-server.ts';
import { REFUSED } from '../slack-e2e/pastes.ts';

const CLI = fileURLToPath(new URL('../../test-dist/cli.cjs', import.meta.url));
const FIRST = 'Nothing took the connection to upstream-1 when the request for path-1 came.';
const SECOND = 'That fits a backend that is not running.';

const servers: ModelServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

function start(environment: Readonly<Record<string, string>>, ...more: readonly string[]): ChildProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [CLI, '--explain', ...more], { env: { PATH, ...environment } });
  child.stdin?.end(REFUSED);
  return child;
}

async function asking(script: ModelScript): Promise<Readonly<Record<string, string>>> {
  const server = await startModelServer(script);
  servers.push(server);
  return { EXPLAIN_BASE_URL: server.baseUrl, EXPLAIN_MODEL: 'some-model', EXPLAIN_RETRIES: '0' };
}

/** What it wrote until its end. */
async function finish(child: ChildProcess) {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text: Buffer) => {
    said.out += text.toString();
  });
  child.stderr?.on('data', (text: Buffer) => {
    said.err += text.toString();
  });
  const [code] = await once(child, 'close');
  return { ...said, code };
}

test('an explanation stands below the answer, labelled, with the values put back', async () => {
  const { out, err, code } = await finish(start(await asking(streams(`${FIRST} ${SECOND}`))));
  const [answer = '', explanation = ''] = out.split('In other words (AI-written by some-model');
  expect(answer).toContain('nothing accepts connections');
  expect(explanation.replace(/\s+/g, ' ')).toContain(
    'Nothing took the connection to 127.0.0.1:8080 when the request for /api/data came. That fits a backend',
  );
  expect({ err, code }).toEqual({ err: '', code: 0 });
});

test.for([
  ['a dead server', (_, response) => void response.destroy(), /No explanation: The model server does not answer/],
  ['a model that contradicts the answer', streams('It is certainly the kernel.'), /the model contradicted the answer/],
  ['one that contradicts it later', streams(`${FIRST} It is certainly the kernel.`), /Ignore what the model wrote/],
] as const satisfies readonly (readonly [string, ModelScript, RegExp])[])(
  '%s is told on standard error and changes nothing of the answer',
  async ([, script, words]) => {
    const { out, err, code } = await finish(start(await asking(script)));
    expect(out).toContain('nothing accepts connections');
    expect(err).toMatch(words);
    expect(code).toBe(0);
  },
);

test('Ctrl-C ends the request, and what was said stays', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const environment = await asking((_, response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk(`${FIRST} And`));
  });
  const child = start(environment);
  const ended = finish(child);
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('Nothing took') && resolve());
  });
  child.kill('SIGINT');
  const { out, err, code } = await ended;
  await closed;
  expect(out).toContain('Nothing took the connection');
  expect(err).toContain('Stopped before its end.');
  expect(code).toBe(0);
});

test.for([
  ['de', 'German'],
  ['français', 'French'],
  ['Spanish', 'Spanish'],
] as const)('--language %s asks for %s', async ([given, language]) => {
  const environment = await asking(streams(FIRST));
  await finish(start(environment, '--language', given));
  expect(servers[0]?.requests[0]?.prompt).toContain(`words in ${language}`);
});

test('a language that nothing can be checked in is refused, with those that there are', async () => {
  const { err, code } = await finish(start(await asking(streams(FIRST)), '--language', 'Klingon'));
  expect(err).toContain('--language is not one of English (en), German (de), French (fr), Spanish (es)');
  expect(code).toBe(2);
});

test('without a model it says what to set', async () => {
  const { err, code } = await finish(start({}));
  expect(err).toContain('set EXPLAIN_BASE_URL and EXPLAIN_MODEL');
  expect(code).toBe(2);
});
