import type {
  AccessRecord,
  CompanionRecord,
  ConfigRecord,
  ErrorRecord,
  LogRecord,
  UnknownRecord,
} from '../records/log-record.ts';
import { type BorrowTime, ownTime } from '../signals/borrowed-times.ts';
import { parseListener } from '../signals/listener.ts';
import { toOffset } from '../signals/time.ts';
import { parseVersion } from '../signals/version.ts';
import { changeNotice } from '../verdict/change-notice.ts';
import type { AccessFacts, CompanionFacts, NoticeFacts, OtherFacts, OutputFacts, Place } from './case-facts.ts';
import { maskPath } from './mask-secrets.ts';

const LONGEST_LOOK = 1_000;
const MOST_ATTEMPTS = 8;
/** A leap year, so that every day of a log without years exists. */
const COMMON_YEAR = 1972;

/** What is remembered of a line that belongs to no finding; null where it says nothing. `shows` names the signals that nothing
 * but its words show; `borrowTime` knows the lines around it. */
export function toOtherFacts(record: LogRecord, shows: readonly string[], borrowTime: BorrowTime): OtherFacts | null {
  const place = { paste: 1, line: record.at[0] ?? 0 };
  switch (record.kind) {
    case 'access':
      return toAccessFacts(record, place);
    case 'companion':
      return toCompanionFacts(record, place, borrowTime);
    case 'config':
      return toOutputFacts(record, place, shows);
    case 'error':
      return toNoticeFacts(record, place) ?? toOutputFacts(record, place, []);
    case 'unknown':
      return toOutputFacts(record, place, shows);
  }
}

function toAccessFacts({ fields }: AccessRecord, place: Place): AccessFacts {
  return {
    kind: 'access',
    ...place,
    time: fitting(fields.time, TIME),
    method: fitting(fields.method, METHOD),
    path: fields.uri === null ? null : maskPath(fields.uri),
    status: fields.status,
    requestTime: fields.requestTime,
    upstreamStatuses: fields.upstreamStatuses.slice(0, MOST_ATTEMPTS),
    upstreamTimes: fields.upstreamTimes.slice(0, MOST_ATTEMPTS),
    upstreamConnectTimes: fields.upstreamConnectTimes.slice(0, MOST_ATTEMPTS),
  };
}

// what JSON holds under these names may be anything
const TIME =
  /^(?:\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)$/;
const METHOD = /^[A-Za-z_-]{1,32}$/;
const ADDRESS = /^[\w.:/[\]*%-]{1,100}$/;

const fitting = (text: string | null, form: RegExp): string | null => (text !== null && form.test(text) ? text : null);

const LISTENING = ['address', 'host', 'port'] as const;

function toCompanionFacts(record: CompanionRecord, place: Place, borrowTime: BorrowTime): CompanionFacts {
  const { pattern, program, values, prefix, text } = record;
  const time = plainTime((year) => ownTime(record, year) ?? borrowTime(record, year));
  const offset = plainOffset(toOffset(`${prefix}${text.slice(0, 200)}`));
  const names = pattern.id.endsWith('-listening') ? LISTENING : [];
  return {
    kind: 'companion',
    ...place,
    program,
    pattern: pattern.id,
    template: pattern.template,
    time: time && `${time}${offset}`,
    listens: Object.fromEntries(names.flatMap((name) => withAddress(name, values[name]))),
  };
}

function withAddress(name: string, value: string | undefined): readonly (readonly [string, string])[] {
  return value !== undefined && ADDRESS.test(value) ? [[name, value]] : [];
}

/** A time in one of the two forms that facts have; null without one. */
function plainTime(read: (year: number) => number | null): string | null {
  const seconds = read(COMMON_YEAR);
  if (seconds === null) return null;
  const time = new Date(seconds * 1000);
  const hasYear = read(COMMON_YEAR + 4) === seconds;
  if (hasYear) return time.toISOString().slice(0, 19).replace('T', ' ');
  const [, day = '', month = '', , clock = ''] = time.toUTCString().split(' ');
  return `${month} ${day} ${clock}`;
}

function plainOffset(seconds: number | null): string {
  if (seconds === null) return '';
  const clock = new Date(Math.abs(seconds) * 1000).toISOString().slice(11, 16);
  return `${seconds < 0 ? '-' : '+'}${clock}`;
}

function toNoticeFacts(record: ErrorRecord, place: Place): NoticeFacts | null {
  if (changeNotice(record) === null) return null;
  return { kind: 'notice', ...place, message: record.message, time: record.time, pid: record.pid };
}

function toOutputFacts(
  { text }: ConfigRecord | ErrorRecord | UnknownRecord,
  place: Place,
  shows: readonly string[],
): OutputFacts | null {
  const look = text.slice(0, LONGEST_LOOK);
  const found = parseListener(look);
  const listener = found && ADDRESS.test(found.address) ? found : null;
  const version = parseVersion(look);
  const said = listener
    ? `LISTEN 0 0 ${listener.address.includes(':') ? `[${listener.address}]` : listener.address}:${listener.port} `
    : version === null
      ? ''
      : `nginx/${version}`;
  return said === '' && shows.length === 0 ? null : { kind: 'output', ...place, text: said, shows };
}
