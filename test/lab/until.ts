import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 20;
const PATIENCE_MS = 40_000;

/** What a look found, or nothing yet. */
export type Look<T> = () => T | null | false | undefined | Promise<T | null | false | undefined>;

/** Looks again and again until there is something, and returns it. Throws when nothing came within 20 seconds, or when the
 * signal says that the scenario is over. `what` completes the sentence "waited in vain for …". */
export async function until<T>(look: Look<T>, what: string | (() => string), signal: AbortSignal): Promise<T> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (limit.aborted) throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
    await pause(BETWEEN_LOOKS_MS);
  }
}
