import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The demo, as a person starts it. */
export interface RunningDemo {
  readonly url: string;
  /** What it had printed when the page was ready. */
  readonly output: string;
  readonly stop: () => Promise<void>;
}

const MAIN = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
const START_MS = 30_000;

/** Starts `node demo/main.ts` on a free port, with further options, and resolves when it has printed its address. */
export async function startDemo(...more: readonly string[]): Promise<RunningDemo> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The demo printed no address:\n${output}`)), START_MS);
    const onText = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output.split('Try your own lines:')[1] ?? '')?.[0];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', onText);
    child.stderr.on('data', onText);
    child.once('exit', () => reject(new Error(`The demo ended:\n${output}`)));
  });
  return {
    url,
    output,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Runs `node demo/main.ts --once` to its end. */
export async function runDemoOnce(): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [MAIN, '--once', '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  await once(child, 'close');
  return { code: child.exitCode, output: Buffer.concat(said).toString() };
}
