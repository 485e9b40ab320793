import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FakeSlack } from '../test/fake-slack/start-fake-slack.ts';

/** The bot's process, connected to the stand-in. */
export interface RunningBot {
  /** Asks the bot to end and resolves when it has. */
  readonly stop: () => Promise<void>;
  /** Resolves with a sentence when the bot ended by itself. */
  readonly ended: Promise<string>;
}

/** Starts the real bot (`src/bot.ts`) in Socket Mode against the stand-in and resolves when it has connected.
 * `more` are further variables. It runs outside of the project, so that no `.env` of a real bot reaches it. Rejects with the bot's own words when it ends before. */
export async function startBot(slack: FakeSlack, more: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../src/bot.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.tokens.bot,
      SLACK_APP_TOKEN: slack.tokens.app,
      SLACK_API_URL: slack.apiUrl,
      SLACK_FILES_URL: slack.filesUrl,
      HEALTH_PORT: '0',
      LOG_LEVEL: 'warn',
      SHUTDOWN_SECONDS: '3',
      DISCONNECTED_SECONDS: '15',
      ...more,
    },
  });
  const ended = endOf(child);
  const early = ended.then((words) => Promise.reject(new Error(words)));
  early.catch(() => {
    // An end after the start is told by `ended`.
  });
  await Promise.race([slack.socket.connected(), early]);
  return { ended, stop: () => stop(child, ended) };
}

function endOf(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stdout?.on('data', (chunk) => said.push(String(chunk)));
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`The bot could not be started: ${error.message}`));
    child.once('close', (code) =>
      resolve(`The bot ended with code ${code}. Its last words:\n${said.slice(-20).join('')}`),
    );
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
