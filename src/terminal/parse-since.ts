import { parseStamp, type Stamp } from '../core/verdict/stamp.ts';

const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;
const AGO = /^(\d{1,5}) ?(s|m|min|h)(?: ago)?$/;
const WITHOUT_SECONDS = /(\d[ T:]\d\d:\d\d)(?=$|Z|[ +-])/;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3_600 };
const DAY = 86_400;

/** Reads the moment of a fix as people write it: `10:30` (the last time that the clock of this machine said so), `20m` ago, or a whole
 * time in any form that logs have, with or without an offset. Null when it is none of these. `now` is in seconds since 1970, `zone`
 * that of this machine in seconds east of UTC. */
export function parseSince(text: string, now: number, zone: number): Stamp | null {
  const clock = CLOCK.exec(text);
  if (clock) return lastTime(Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0), now + zone);
  const ago = AGO.exec(text);
  if (ago) return { wall: now - Number(ago[1]) * (SECONDS[ago[2] ?? ''] ?? 1), offset: 0 };
  return parseStamp(text) ?? parseStamp(text.replace(WITHOUT_SECONDS, '$1:00'));
}

function lastTime(hours: number, minutes: number, seconds: number, wallNow: number): Stamp | null {
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const midnight = wallNow - (wallNow % DAY);
  const today = midnight + hours * 3_600 + minutes * 60 + seconds;
  return { wall: today > wallNow ? today - DAY : today, offset: null };
}
