import { createDeduplicate } from '../incoming/deduplicate.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { Respond } from '../outgoing/respond.ts';
import type { Click } from './click.ts';
import { isOutsider } from './say-so.ts';

/** A second press within this time came before the button was gone. */
const DOUBLE_CLICK_MS = 20_000;

/** Says more about an answer where it is read: in its thread, or to the asker alone where only they see it or where the
 * bot can't post. `key` tells two of them in one thread apart. */
export type OpenRest = (click: Click, message: OutgoingMessage, key: string) => Promise<void>;

export function createOpenRest(postMessage: PostMessage, respond: Respond): OpenRest {
  const isFirst = createDeduplicate(() => performance.now(), DOUBLE_CLICK_MS);
  return async ({ channel, thread, responseUrl }, message, key) => {
    if (thread === null) return respond(responseUrl, message, 'asker');
    if (!isFirst([`${channel} ${thread} ${key}`])) return;
    try {
      await postMessage({ channel, thread, message, key });
    } catch (error) {
      if (!isOutsider(error)) throw error;
      await respond(responseUrl, message, 'asker');
    }
  };
}
