/** Calls `onTooLong` once when `trouble` has told of trouble for `limitMs` without a break: a bot that lost its connection
 * for good must end, so that its supervisor starts a new one, and not go on deaf. Returns what stops it. */
export function startWatchdog(
  trouble: () => string | null,
  limitMs: number,
  onTooLong: (reason: string) => void,
): () => void {
  let since: number | null = null;
  const timer = setInterval(
    () => {
      const reason = trouble();
      if (reason === null) {
        since = null;
        return;
      }
      since ??= performance.now();
      if (performance.now() - since < limitMs) return;
      clearInterval(timer);
      onTooLong(reason);
    },
    Math.min(limitMs / 4, 5_000),
  );
  timer.unref();
  return () => clearInterval(timer);
}
