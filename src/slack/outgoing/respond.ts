import { webApi } from '@slack/bolt';
import { fitMessage } from './fit-message.ts';
import { escapeText, type OutgoingMessage } from './message.ts';
import type { MakeCall } from './slack-calls.ts';

/** Where an answer to a command or click goes: to the asker alone, to the channel (then the private message that was
 * clicked vanishes), or in the place of the message that was clicked. */
export type Visibility = 'asker' | 'channel' | 'replace';

/** Answers a command, shortcut or click by its `response_url`, which works where the bot is no member: five times, for
 * half an hour. What is over a limit is split. `thread` is where the asker reads; without it, words for them alone stand in the channel. */
export type Respond = (
  url: string,
  message: OutgoingMessage,
  visibility: Visibility,
  thread?: string | null,
) => Promise<void>;

const TOO_LONG =
  'The rest is too long for a private message. Mention me with these lines in a channel, or send them to me directly, and I answer with a file.';

export function createRespond(makeCall: MakeCall, timeoutMs: number): Respond {
  async function say(url: string, payload: object, repeatable: boolean): Promise<void> {
    const body = JSON.stringify(payload);
    await makeCall({ method: 'response_url', channel: null, repeatable, run: () => send(url, body, timeoutMs) });
  }

  return async (url, message, visibility, thread = null) => {
    const asker = thread === null ? PLACE.asker : { ...PLACE.asker, thread_ts: thread };
    const place = visibility === 'asker' ? asker : PLACE[visibility];
    const fitted = fitMessage(message);
    const messages = fitted.kind === 'messages' ? fitted.messages : [fitted.message, { text: TOO_LONG, blocks: [] }];
    const [first, ...rest] = messages;
    if (first) await say(url, { ...toPayload(first), ...place }, visibility !== 'channel');
    const further = visibility === 'channel' ? PLACE.channel : asker;
    for (const part of rest) await say(url, { ...toPayload(part), ...further }, visibility !== 'channel');
    if (visibility === 'channel') await say(url, { delete_original: true }, true);
  };
}

const PLACE: Readonly<Record<Visibility, object>> = {
  asker: { response_type: 'ephemeral', replace_original: false },
  channel: { response_type: 'in_channel', replace_original: false },
  replace: { replace_original: true },
};

function toPayload({ text, blocks }: OutgoingMessage): object {
  return {
    text: escapeText(text),
    ...(blocks.length > 0 ? { blocks } : {}),
    unfurl_links: false,
    unfurl_media: false,
  };
}

async function send(url: string, body: string, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.ok) return void (await response.arrayBuffer());
  if (response.status === 429)
    throw new webApi.WebAPIRateLimitedError(Number(response.headers.get('retry-after')) || 1);
  const said = (await response.text()).slice(0, 100);
  if (response.status < 500)
    throw new webApi.WebAPIPlatformError({ ok: false, error: said || `status ${response.status}` });
  throw new webApi.WebAPIHTTPError(response.status, response.statusText, {});
}
