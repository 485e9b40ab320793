import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

const refused = (port: number): string =>
  `2026/11/22 10:15:42 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: www.example.com, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:${port}/", host: "www.example.com"\n`;

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nginx-why-follow-'));
  log = join(folder, 'error.log');
  writeFileSync(log, refused(1));
});
afterEach(() => rmSync(folder, { recursive: true }));

function startFollowing(...files: readonly string[]) {
  const child = spawn(process.execPath, ['test-dist/cli.cjs', '--follow', ...files], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      printed.push(line);
      for (const look of waiting) look();
    });
  const exited = once(child, 'close');
  const said = (words: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!printed.some((line) => line.includes(words))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      void exited.then(() => reject(new Error(`it ended and did not say "${words}":\n${printed.join('\n')}`)));
      look();
    });
  return { child, printed, said, exited };
}

test('tells each finding once, as it comes, through rotation, and ends cleanly', async () => {
  const { child, printed, said, exited } = startFollowing(log);
  await said('Following');
  expect(printed.join('\n')).not.toContain('nothing accepts connections');
  appendFileSync(log, refused(8080));
  await said('127.0.0.1:8080');
  renameSync(log, join(folder, 'error.log.1'));
  writeFileSync(log, refused(9090));
  await said('127.0.0.1:9090');
  writeFileSync(log, '');
  appendFileSync(log, refused(8080));
  child.kill('SIGINT');
  const [code] = await exited;
  expect(code).toBe(0);
  expect(printed.filter((line) => line.includes('→ 127.0.0.1:8080'))).toHaveLength(1);
});

test('says which file can not be followed', async () => {
  const { said, exited } = startFollowing(join(folder, 'none.log'));
  await said("can't follow");
  const [code] = await exited;
  expect(code).toBe(2);
});
