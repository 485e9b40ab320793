import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FakeSlack } from '../fake-slack/start-fake-slack.ts';

/** A line that the bot logged. */
export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** The real bot as a process of its own. */
export interface RunningBot {
  readonly process: ChildProcess;
  /** Everything that it logged or printed. */
  readonly lines: readonly string[];
  /** The first logged line with this message that matches, also one that came already; rejects when the bot ends before. */
  readonly logged: (msg: string, match?: (line: LogLine) => boolean) => Promise<LogLine>;
  readonly healthUrl: string;
  /** Sends SIGTERM and resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  readonly exited: Promise<number | null>;
}

export type Delivery = 'socket' | 'http';
export const DELIVERIES: readonly Delivery[] = ['socket', 'http'];

const BOT = fileURLToPath(new URL('../../test-dist/bot.js', import.meta.url));

/** Starts the bot as it is published against the stand-in and resolves when it takes events. */
export async function runBot(
  slack: FakeSlack,
  delivery: Delivery,
  more: Readonly<Record<string, string>> = {},
): Promise<RunningBot> {
  const bot = spawnBot({
    SLACK_BOT_TOKEN: slack.tokens.bot,
    ...(delivery === 'socket'
      ? { SLACK_APP_TOKEN: slack.tokens.app }
      : { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: '0' }),
    SLACK_API_URL: slack.apiUrl,
    SLACK_FILES_URL: slack.filesUrl,
    HEALTH_PORT: '0',
    ...more,
  });
  const health = await bot.logged('health endpoint listens');
  if (delivery === 'http') {
    const events = await bot.logged('events endpoint listens');
    slack.deliverTo(`http://127.0.0.1:${String(events.port)}/slack/events`);
  }
  await bot.logged('ready');
  return { ...bot, healthUrl: `http://127.0.0.1:${String(health.port)}` };
}

/** Starts the bot with this environment and nothing else of ours. */
export function spawnBot(
  environment: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Omit<RunningBot, 'healthUrl'> {
  return spawnNode(environment, [BOT, ...options]);
}

/** Starts Node with these arguments, a bot's file among them, and reads what it logs. */
export function spawnNode(
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): Omit<RunningBot, 'healthUrl'> {
  const { PATH = '', KNOWLEDGE_DIR } = process.env;
  const child = spawn(process.execPath, words, {
    env: { PATH, ...(KNOWLEDGE_DIR ? { KNOWLEDGE_DIR } : {}), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }

  function logged(msg: string, match: (line: LogLine) => boolean = () => true): Promise<LogLine> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = lines.map(parseLine).find((line) => line?.msg === msg && match(line));
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      void exited.then((code) =>
        reject(new Error(`The bot ended with ${code} before it logged "${msg}":\n${lines.join('\n')}`)),
      );
      look();
    });
  }

  return {
    process: child,
    lines,
    logged,
    exited,
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

function parseLine(line: string): LogLine | null {
  try {
    const read: LogLine = JSON.parse(line);
    return read;
  } catch {
    return null;
  }
}
