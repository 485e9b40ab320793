import type { Clock } from './clock.ts';
import { SlackError } from './slack-error.ts';

/** Issues trigger ids and takes each of them once, within three seconds. */
export interface Triggers {
  readonly issue: (user: string) => string;
  /** The user whose click it was. Throws `expired_trigger_id`, `exchanged_trigger_id` or `invalid_trigger_id`. */
  readonly take: (id: string) => string;
}

const LIFETIME_MS = 3_000;

export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; readonly used: boolean }>();
  return {
    issue(user) {
      const id = `${issued.size + 1}.${Math.floor(clock.now())}.trigger`;
      issued.set(id, { user, at: clock.now(), used: false });
      return id;
    },
    take(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      if (clock.now() - trigger.at > LIFETIME_MS) throw new SlackError('expired_trigger_id');
      issued.set(id, { ...trigger, used: true });
      return trigger.user;
    },
  };
}
