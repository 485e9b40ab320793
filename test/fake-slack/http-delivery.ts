import type { Clock } from './clock.ts';
import { ACK_MS, type Deliver, type Envelope, type Retry } from './delivery.ts';
import { parseObject } from './json.ts';
import { signRequest } from './sign-request.ts';

/** Delivers by signed HTTP requests to the bot's address. */
export function createHttpDelivery(requestUrl: string, signingSecret: string, clock: Clock): Deliver {
  return async (envelope, retry) => {
    const [contentType, body] = encode(envelope);
    const timestamp = Math.floor(clock.now() / 1000);
    const response = await fetch(requestUrl, {
      method: 'POST',
      body,
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signRequest(signingSecret, timestamp, body),
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...retryHeaders(retry),
      },
      signal: AbortSignal.timeout(ACK_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The bot answered ${response.status} to ${envelope.type}: ${text.slice(0, 200)}`);
    return text.startsWith('{') ? parseObject(text) : text === '' ? {} : { text };
  };
}

function encode({ type, payload }: Envelope): readonly [contentType: string, body: string] {
  const form = 'application/x-www-form-urlencoded';
  switch (type) {
    case 'events_api':
      return ['application/json', JSON.stringify(payload)];
    case 'slash_commands':
      return [
        form,
        new URLSearchParams(Object.entries(payload).map(([key, value]) => [key, String(value)])).toString(),
      ];
    case 'interactive':
      return [form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()];
  }
}

function retryHeaders(retry: Retry | null): Readonly<Record<string, string>> {
  return retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {};
}
