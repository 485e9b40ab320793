import type { AccessRecord } from '../records/log-record.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { SignalFamilies, Signals } from './signal.ts';

const SERVER_ERROR = 500;
const NEAR_SHARE = 0.02;
const NEAR_LEAST = 0.15;
const INSTANT = 0.05;

/** Signals with an argument that access lines of the finding's requests show. */
export const ACCESS_FAMILIES: SignalFamilies = {
  'access-status': (view, status) => matching(view, ({ fields }) => fields.status === Number(status)),
  'upstream-status': (view, status) => matching(view, ({ fields }) => fields.upstreamStatuses.includes(Number(status))),
  'request-time-near': (view, seconds) => failing(view, ({ fields }) => isNear(timeOf(fields), Number(seconds))),
};

/** Signals that access lines of the finding's requests show. */
export const ACCESS_SIGNALS: Signals = {
  'access-all-failed': (view) => {
    const lines = view.requests.samePaths();
    return lines.length >= 2 && lines.every(isFailed) ? lines : null;
  },
  'access-some-succeed': (view) => {
    const lines = view.requests.samePaths();
    return lines.some(isFailed) ? orNull(lines.filter((line) => !isFailed(line))) : null;
  },
  'request-time-near-zero': (view) =>
    failing(view, ({ fields }) => (timeOf(fields) ?? Number.POSITIVE_INFINITY) < INSTANT),
  'upstream-connect-time-zero': (view) => failing(view, ({ fields }) => fields.upstreamConnectTimes.at(-1) === 0),
  'request-was-retried': (view) => matching(view, ({ fields }) => fields.upstreamStatuses.length > 1),
};

const timeOf = (fields: AccessRecord['fields']): number | null =>
  fields.requestTime ?? fields.upstreamTimes.at(-1) ?? null;

const isFailed = ({ fields }: AccessRecord): boolean => (fields.status ?? 0) >= SERVER_ERROR || fields.status === 9;

/** True for times within 2 % or 0.15 s of each other. */
export function isNear(time: number | null, wanted: number): boolean {
  return time !== null && Math.abs(time - wanted) <= Math.max(wanted * NEAR_SHARE, NEAR_LEAST);
}

function matching(view: EvidenceView, passes: (record: AccessRecord) => boolean): Shown {
  return orNull(view.requests.samePaths().filter(passes));
}

/** True only when the failing lines agree: all of them pass. */
function failing(view: EvidenceView, passes: (record: AccessRecord) => boolean): Shown {
  const failed = failingLines(view);
  return failed.length > 0 && failed.every(passes) ? failed : null;
}

/** Access lines of the finding's requests that failed, those that the client gave up included. */
export function failingLines(view: EvidenceView): readonly AccessRecord[] {
  return view.requests.own().filter((line) => isFailed(line) || line.fields.status === 499);
}
