import type { OutgoingMessage } from '../outgoing/message.ts';
import { toSentence } from './say-so.ts';

/** Turns explanations on or off in a channel, or in the whole workspace where `channel` is null. Throws when it can't be kept. */
export type SetExplains = (channel: string | null, isOn: boolean) => void;

const SWITCH = /^\s*explain\s+(on|off)(\s+everywhere)?\s*$/i;

/** What to say to `explain on`, `explain off`, and the same with `everywhere`; null for any other text. `set` is null where no
 * model server is configured. */
export function switchExplanations(text: string, channel: string, set: SetExplains | null): OutgoingMessage | null {
  const found = SWITCH.exec(text);
  if (!found) return null;
  if (!set) return toSentence('No model is configured, so there are no explanations to switch. The answers need none.');
  const isOn = found[1]?.toLowerCase() === 'on';
  const isEverywhere = found[2] !== undefined;
  set(isEverywhere ? null : channel, isOn);
  const where = isEverywhere ? 'everywhere, except in channels with a setting of their own' : 'in this channel';
  return toSentence(`Explanations by a model are ${isOn ? 'on' : 'off'} ${where}.`);
}
