import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running nginx of our own. */
export interface RunningNginx {
  /** What it wrote into its error log so far. */
  readonly errorLog: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts nginx in a folder of its own with `http` as the inside of its http block, and waits until it listens on `port`. Throws with
 * nginx's own words when it refuses the configuration. */
export async function startNginx(binary: string, http: string, port: number): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-why-lab-'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log info;\nevents {}\nhttp { access_log off; ${paths.join(' ')}\n${http}\n}\n`,
  );
  const child = spawn(binary, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const errorLog = (): string => readFileSync(join(folder, 'error.log'), 'utf8');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(port, child, errorLog);
  } catch (error) {
    await stop();
    throw error;
  }
  return { errorLog, stop };
}

async function untilListening(port: number, child: ChildProcess, errorLog: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${errorLog()}`);
    const socket = connect(port, '127.0.0.1');
    const answer = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (answer) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A port that nothing uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.');
  return address.port;
}

/** Sends one request as it stands and gives back the whole answer. `address` is one of the loopback's. */
export async function ask(address: string, port: number, request: string): Promise<string> {
  const socket = connect({ host: address, port });
  // not end(): nginx gives a request up whose client has closed its side
  socket.write(request);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
