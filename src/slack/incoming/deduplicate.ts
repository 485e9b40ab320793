/** True for the first delivery of something, false when one of its keys was seen within `ttlMs`. */
export type Deduplicate = (keys: readonly string[]) => boolean;

/** Slack delivers an event again when an acknowledgement was late or lost, for about six minutes, and tells a mention both
 * as `app_mention` and as `message`. `now` is a monotonic time in milliseconds. */
export function createDeduplicate(now: () => number, ttlMs = 15 * 60_000, most = 20_000): Deduplicate {
  const seen = new Map<string, number>();

  function forgetOld(): void {
    const before = now() - ttlMs;
    for (const [key, at] of seen) {
      if (at > before && seen.size <= most) break;
      seen.delete(key);
    }
  }

  return (keys) => {
    forgetOld();
    const first = !keys.some((key) => seen.has(key));
    for (const key of keys) if (!seen.has(key)) seen.set(key, now());
    return first;
  };
}
