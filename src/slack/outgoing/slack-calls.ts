import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { classifyFailure, nameFailure } from './call-outcome.ts';
import { createLimiters } from './limiters.ts';

/** One call to Slack. */
export interface Call<T> {
  /** The Web API's method, `files.upload` or `response_url`. */
  readonly method: string;
  /** For limits that are per channel; null where there is none. */
  readonly channel: string | null;
  /** True where doing it twice does no harm: then it is tried again also when nobody knows whether it counted. */
  readonly repeatable: boolean;
  readonly run: () => Promise<T>;
}

/** Makes a call under Slack's limits and tries again what can be tried again. Throws the last error. */
export type MakeCall = <T>(call: Call<T>) => Promise<T>;

/** `outcome` is `ok` or a short name of what went wrong. */
export type OnCalled = (method: string, outcome: string) => void;

export const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 250;
/** A longer Retry-After would outlive everybody's interest in the answer. */
const LONGEST_PAUSE_MS = 60_000;

export function createMakeCall(onCalled: OnCalled): MakeCall {
  const limiters = createLimiters(() => performance.now(), sleep);
  return async ({ method, channel, repeatable, run }) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await limiters.schedule(method, channel, run);
        onCalled(method, 'ok');
        return result;
      } catch (error) {
        const failure = classifyFailure(error);
        onCalled(method, nameFailure(failure));
        const again =
          failure.kind === 'rate-limited' || failure.kind === 'not-sent' || (failure.kind === 'unsure' && repeatable);
        const waitMs = failure.kind === 'rate-limited' ? failure.waitMs : pauseBefore(tries);
        if (!again || tries >= MOST_TRIES || waitMs > LONGEST_PAUSE_MS) throw error;
        if (failure.kind === 'rate-limited') limiters.pause(method, channel, waitMs);
        else await sleep(waitMs);
      }
    }
  };
}

/** Doubles from a quarter of a second. */
export function pauseBefore(tries: number): number {
  return FIRST_PAUSE_MS * 2 ** (tries - 1);
}

/** A client that never retries, never waits longer than `timeoutMs` and sends its token to no other address. */
export function clientOptions(apiUrl: string, timeoutMs: number): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}
