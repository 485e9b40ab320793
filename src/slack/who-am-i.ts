import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { classifyFailure, nameFailure } from './outgoing/call-outcome.ts';
import { TokenRefusedError } from './token-refused-error.ts';

/** The bot's own ids, by which it leaves its own messages alone and keeps workspaces apart. */
export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  /** The workspace that the token belongs to. */
  readonly teamId: string;
}

const LONGEST_PAUSE_MS = 30_000;

/** Asks Slack who the token belongs to, until Slack answers; `onFailure` hears of every vain attempt. */
export async function whoAmI(client: webApi.WebClient, onFailure: (reason: string) => void): Promise<Identity> {
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const { bot_id: botId, user_id: botUserId, team_id: teamId = '' } = await client.auth.test();
      if (botId && botUserId) return { botId, botUserId, teamId };
      throw new TokenRefusedError('SLACK_BOT_TOKEN', 'it belongs to no bot');
    } catch (error) {
      if (error instanceof TokenRefusedError) throw error;
      const failure = classifyFailure(error);
      if (failure.kind === 'refused') throw new TokenRefusedError('SLACK_BOT_TOKEN', failure.code);
      onFailure(nameFailure(failure));
      await sleep(failure.kind === 'rate-limited' ? failure.waitMs : pause);
    }
  }
}
