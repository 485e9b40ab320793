import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { parseSlackMessage } from '../incoming/slack-message.ts';
import { classifyFailure } from './call-outcome.ts';
import { escapeText, type OutgoingMessage } from './message.ts';
import { type MakeCall, MOST_TRIES, pauseBefore } from './slack-calls.ts';

/** A message for a thread. */
export interface Post {
  readonly channel: string;
  /** `ts` of the thread's first message. */
  readonly thread: string;
  readonly message: OutgoingMessage;
  /** The same for every attempt to post the same thing, and for nothing else in that thread. */
  readonly key: string;
}

/** Posts and returns the message's `ts`. When Slack's answer is lost, it looks into the thread before it tries again, so
 * that nothing is posted twice; where it may not look, it leaves it at one attempt and throws. */
export type PostOnce = (post: Post) => Promise<string>;

const METADATA_TYPE = 'nginx_why_answer';

export function createPostOnce(client: webApi.WebClient, makeCall: MakeCall): PostOnce {
  return async (post) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(post);
      } catch (error) {
        if (classifyFailure(error).kind !== 'unsure' || tries >= MOST_TRIES) throw error;
        await sleep(pauseBefore(tries));
        const found = await find(post, error);
        if (found !== null) return found;
      }
    }
  };

  async function send({ channel, thread, message, key }: Post): Promise<string> {
    const run = () =>
      client.chat.postMessage({
        channel,
        thread_ts: thread,
        text: escapeText(message.text),
        ...(message.blocks.length > 0 ? { blocks: [...message.blocks] } : {}),
        metadata: { event_type: METADATA_TYPE, event_payload: { key } },
        unfurl_links: false,
        unfurl_media: false,
      });
    const posted = await makeCall({ method: 'chat.postMessage', channel, repeatable: false, run });
    return posted.ts ?? '';
  }

  /** The `ts` of what an earlier attempt posted, or null. Throws `lost`, the error of that attempt, when it can't look. */
  async function find({ channel, thread, key }: Post, lost: unknown): Promise<string | null> {
    const run = () => client.conversations.replies({ channel, ts: thread, limit: 200, include_all_metadata: true });
    try {
      const thread = await makeCall({ method: 'conversations.replies', channel, repeatable: true, run });
      const messages = (thread.messages ?? []).flatMap((message) => parseSlackMessage(message) ?? []);
      return messages.find(({ metadata }) => metadata?.event_payload.key === key)?.ts ?? null;
    } catch {
      throw lost;
    }
  }
}
