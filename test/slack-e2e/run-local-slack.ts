import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { stringify } from 'yaml';
import { createInbox, type Inbox } from '../fake-slack/inbox.ts';
import { isObject, type JsonObject, objectAt, parseObject } from '../fake-slack/json.ts';

/** The independent emulator `local-slack` as a process of its own. */
export interface LocalSlack {
  readonly url: string;
  /** Every message that was written or changed, as the emulator shows it to its page. */
  readonly messages: Inbox<JsonObject>;
  /** Does what a person does, through the emulator's control API. */
  readonly act: (what: 'message' | 'command' | 'interact', details: JsonObject) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const LOCAL = { bot: 'U0BOT', person: 'U01ALICE', channel: 'C01GEN' } as const;
export const LOCAL_TOKENS = { bot: 'xoxb-local-bot-token', app: 'xapp-local-app-token' } as const;

/** Where npm put the emulator; null where it isn't installed, as on machines that are not Linux on x64. */
export function findLocalSlack(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('local-slack-linux-x64/package.json');
    return join(dirname(manifest), 'bin', 'local-slack');
  } catch {
    return null;
  }
}

/** Starts the emulator with one person, one channel and our app, on a free port. */
export async function runLocalSlack(binary: string): Promise<LocalSlack> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-why-'));
  const config = join(folder, 'config.yaml');
  writeFileSync(config, stringify(CONFIG));
  const child = spawn(binary, ['--config', config, '--port', '0', '--base-host', '127.0.0.1', '--files-dir', folder]);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /Web UI:\s+http:\/\/\S+:(\d+)/.exec(line)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
  });
  const messages = createInbox<JsonObject>('message in the emulator');
  const page = new WebSocket(`${url.replace('http', 'ws')}/ui`);
  page.on('message', (data) => {
    const told = parseObject(String(data));
    if (isObject(told.message)) messages.push(objectAt(told, 'message'));
  });
  await once(page, 'open');
  return {
    url,
    messages,
    async act(what, details) {
      const body = JSON.stringify(details);
      const response = await fetch(`${url}/_control/${what}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      if (!response.ok)
        throw new Error(`The emulator answered ${response.status} to ${what}: ${await response.text()}`);
    },
    async stop() {
      page.close();
      child.kill('SIGTERM');
      await once(child, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const CONFIG = {
  workspace: { name: 'Local', domain: 'local', teamId: 'T01LOCAL' },
  app: {
    appId: 'A01APP',
    botUserId: LOCAL.bot,
    botName: 'nginx-why',
    botToken: LOCAL_TOKENS.bot,
    appToken: LOCAL_TOKENS.app,
    signingSecret: 'local-signing-secret',
    mode: 'socket',
  },
  users: [{ id: LOCAL.person, name: 'alice', real_name: 'Alice' }],
  channels: [{ id: LOCAL.channel, name: 'general', members: [LOCAL.person, LOCAL.bot] }],
};
