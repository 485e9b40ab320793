import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answered, type Asking, ask } from './ask.ts';
import { hasBlock, writeIntoBlock } from './config-text.ts';
import type { Lab, LabProcess } from './lab.ts';
import { type ConfParts, toNginxConf } from './nginx-conf.ts';
import { type NginxLogs, openLogs } from './nginx-logs.ts';
import { readText } from './read-text.ts';
import { isPortListening } from './sockets.ts';
import { reloadedWorkers } from './workers.ts';

/** A real nginx that keeps to the lab's directory. */
export interface Nginx {
  /** `http://127.0.0.1:PORT`, as its user types it. */
  readonly url: string;
  readonly logs: NginxLogs;
  /** Sends a request through it, as a browser would. */
  readonly ask: (path: string, asking?: Asking) => Promise<Answered>;
  /** Resolves when everything that was asked stands in the access log. */
  readonly settled: () => Promise<true>;
  /** Starts it and resolves to true when it listens, to false when it ended instead. */
  readonly start: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
  /** `nginx -s reload`, and resolves when the old workers accept nothing more. Throws when nginx refuses the configuration. */
  readonly reload: () => Promise<void>;
  /** `nginx -t` on a terminal; resolves with the exit code. */
  readonly test: () => Promise<number | null>;
  readonly pid: () => number;
  readonly isRunning: () => boolean;
  /** `nginx -s` with this word, on a terminal; resolves with the exit code. */
  readonly signal: (word: string) => Promise<number | null>;
  readonly configFiles: { readonly main: string; readonly site: string };
  /** What a person would paste: the site, and nginx.conf where the scenario adds to it. */
  readonly config: () => string;
  /** Writes lines into the first block with this header of the site or, failing that, of nginx.conf; see `writeIntoBlock`. */
  readonly edit: (header: string, lines: string, dropped?: readonly string[]) => Promise<void>;
}

/** What a scenario says about its nginx. */
export interface NginxParts extends ConfParts {
  readonly port: number;
  /** The lines of conf.d/site.conf, in the context `http`. */
  readonly site: string;
  readonly tls?: boolean;
  /** What users type in place of 127.0.0.1. */
  readonly name?: string;
}

/** Writes the configuration of an nginx; nothing runs yet. */
export async function createNginx(
  lab: Lab,
  { port, site, tls = false, name = '127.0.0.1', ...parts }: NginxParts,
): Promise<Nginx> {
  const configFiles = await placeFiles(lab, toNginxConf(lab.dir, parts), site);
  const logs = openLogs(lab);
  const url = `${tls ? 'https' : 'http'}://${name}:${port}`;
  return {
    url,
    logs,
    configFiles,
    ...createAsking(lab, url, logs),
    ...createProcess(lab, port, logs),
    config: () =>
      [configFiles.site, ...(Object.keys(parts).length > 0 ? [configFiles.main] : [])].map(readText).join('\n'),
    edit: async (header, lines, dropped) => {
      const file = header !== '' && hasBlock(readText(configFiles.site), header) ? configFiles.site : configFiles.main;
      await writeFile(file, writeIntoBlock(await readFile(file, 'utf8'), header, lines, dropped));
    },
  };
}

async function placeFiles(lab: Lab, conf: string, site: string): Promise<Nginx['configFiles']> {
  for (const folder of ['run', 'log/nginx', 'temp']) mkdirSync(join(lab.dir, folder), { recursive: true });
  for (const file of ['fastcgi_params', 'uwsgi_params', 'mime.types'])
    await lab.place(`etc/nginx/${file}`, readText(`/etc/nginx/${file}`));
  const main = await lab.place('etc/nginx/nginx.conf', conf);
  await lab.place('bin/nginx', `#!/bin/sh\nexec /usr/sbin/nginx -p ${lab.dir} -c ${main} "$@"\n`, 0o755);
  return { main, site: await lab.place('etc/nginx/conf.d/site.conf', site) };
}

function createProcess(
  lab: Lab,
  port: number,
  { terminal }: NginxLogs,
): Pick<Nginx, 'start' | 'stop' | 'reload' | 'test' | 'pid' | 'isRunning' | 'signal'> {
  const program = join(lab.dir, 'bin/nginx');
  let running: LabProcess | null = null;
  const stop = async (): Promise<void> => {
    await running?.stop('SIGTERM');
    running = null;
  };
  return {
    stop,
    pid: () => running?.pid ?? 0,
    start: async () => {
      await stop();
      const started = lab.spawn([program], terminal);
      running = started;
      const how = await lab.until(
        () => (started.isRunning() ? isPortListening(port) && 'listens' : 'ended'),
        'nginx to listen',
      );
      return how === 'listens';
    },
    reload: async () => {
      if (!running?.isRunning()) throw new Error('nginx does not run, and cannot be reloaded');
      await reloadedWorkers(running.pid, () => lab.spawn([program, '-s', 'reload'], terminal).exited, lab);
    },
    isRunning: () => running?.isRunning() ?? false,
    signal: (word) => lab.spawn([program, '-s', word], terminal).exited,
    test: () => lab.spawn([program, '-t'], terminal).exited,
  };
}

function createAsking(lab: Lab, url: string, logs: NginxLogs): Pick<Nginx, 'ask' | 'settled'> {
  let expected = 0;
  return {
    ask: async (path, asking) => {
      expected = Math.max(expected, logs.countAccessLines()) + 1;
      const answered = await ask(`${url}${path}`, asking, lab.signal);
      if (answered.trouble?.includes('ECONNREFUSED')) expected -= 1;
      return answered;
    },
    settled: () => logs.hasAccessLines(expected),
  };
}
