import type { LogRecord } from '../records/log-record.ts';
import { asCode } from '../reply/wording.ts';
import type { FixEvidence } from './fix-evidence.ts';
import type { Route } from './route.ts';
import { sayClock } from './stamp.ts';
import { timeOfRecord } from './time-of-record.ts';

/** Where a line stands and when it was written: `at 10:31:00 (line 4)`, `(line 4)` for one without a time; nothing for no line. */
export function sayPlace(record: LogRecord | null, { zone, namePlaces }: FixEvidence): string {
  if (!record) return '';
  const stamp = timeOfRecord(record);
  return stamp ? ` at ${sayClock(stamp, zone)} (${namePlaces([record])})` : ` (${namePlaces([record])})`;
}

/** `since 10:30:00, when the fix was applied`. */
export function saySince({ moment: { stamp, source, record }, zone, namePlaces }: FixEvidence): string {
  const clock = sayClock(stamp, zone);
  switch (source) {
    case 'noted':
      return `since nginx took its configuration at ${clock}${record ? ` (${namePlaces([record])})` : ''}`;
    case 'stated':
      return `since ${clock}, when the fix was applied`;
    case 'last-paste':
      return `since ${clock}, two minutes after the earlier pastes end`;
  }
}

/** `` `POST /pay` ``, or that any request counts. */
export function sayRoute({ name }: Route): string {
  return name === null ? 'this server' : asCode(name);
}

/** `3 requests for `POST /pay``. */
export function sayRequests(count: number, route: Route): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'request' : 'requests'} for ${sayRoute(route)}`;
}
