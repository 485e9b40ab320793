import Bottleneck from 'bottleneck';

/** Runs a call as soon as Slack's limits for its method and channel allow it. */
export interface Limiters {
  readonly schedule: <T>(method: string, channel: string | null, run: () => Promise<T>) => Promise<T>;
  /** Slack said 429: nothing of this method goes to this channel for so long. */
  readonly pause: (method: string, channel: string | null, ms: number) => void;
}

/** Slack allows short bursts: so many calls at once, then one more every so many milliseconds (a multiple of 250). */
interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

const PER_CHANNEL: Rate = { burst: 5, everyMs: 1000 };
const PER_MINUTE_100: Rate = { burst: 50, everyMs: 500 };
const PER_MINUTE_50: Rate = { burst: 25, everyMs: 1250 };
const PER_MINUTE_20: Rate = { burst: 10, everyMs: 3000 };
/** By method, over the whole workspace; any other method is taken for tier 3. Source: Slack's method pages. */
const RATES: Readonly<Record<string, Rate>> = {
  'chat.postMessage': { burst: 300, everyMs: 250 },
  'chat.startStream': PER_MINUTE_20,
  'chat.appendStream': PER_MINUTE_100,
  'chat.stopStream': PER_MINUTE_20,
  'assistant.threads.setStatus': PER_MINUTE_100,
  'views.open': PER_MINUTE_100,
  'views.update': PER_MINUTE_100,
  'files.info': PER_MINUTE_100,
  'files.upload': PER_MINUTE_50,
  response_url: { burst: 200, everyMs: 250 },
};
const POSTS: ReadonlySet<string> = new Set(['chat.postMessage', 'files.upload']);

/** `sleep` waits so many milliseconds. */
export function createLimiters(now: () => number, sleep: (ms: number) => Promise<unknown>): Limiters {
  const channels = new Bottleneck.Group(toOptions(PER_CHANNEL));
  const methods = new Map<string, Bottleneck>();
  const paused = new Map<string, number>();

  function ofMethod(method: string): Bottleneck {
    const known = methods.get(method) ?? new Bottleneck(toOptions(RATES[method] ?? PER_MINUTE_50));
    methods.set(method, known);
    return known;
  }

  async function untilResumed(key: string): Promise<void> {
    for (let left = leftOf(key); left > 0; left = leftOf(key)) await sleep(left);
    paused.delete(key);
  }

  const leftOf = (key: string): number => (paused.get(key) ?? 0) - now();

  return {
    schedule(method, channel, run) {
      const byMethod = () =>
        ofMethod(method).schedule(async () => {
          await untilResumed(`${method} ${channel}`);
          return run();
        });
      return channel !== null && POSTS.has(method) ? channels.key(channel).schedule(byMethod) : byMethod();
    },
    pause(method, channel, ms) {
      const key = `${method} ${channel}`;
      paused.set(key, Math.max(paused.get(key) ?? 0, now() + ms));
    },
  };
}

function toOptions({ burst, everyMs }: Rate): Bottleneck.ConstructorOptions {
  return {
    reservoir: burst,
    reservoirIncreaseAmount: 1,
    reservoirIncreaseInterval: everyMs,
    reservoirIncreaseMaximum: burst,
  };
}
