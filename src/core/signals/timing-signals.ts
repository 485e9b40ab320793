import type { AccessRecord, LogRecord } from '../records/log-record.ts';
import { findRestarts, type Restart } from '../timeline/restarts.ts';
import { failingLines, isNear } from './access-signals.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import { requestOf } from './record-request.ts';
import type { Signals } from './signal.ts';
import { areNear, toSeconds } from './time.ts';

/** Durations that people set as limits, in seconds. */
const ROUND_SECONDS: readonly number[] = [2, 3, 5, 10, 15, 20, 25, 30, 45, 60, 75, 90, 100, 120, 180, 240, 300, 600];
const MANY = 3;
/** So many requests of one path are needed before a share says anything. */
const LEAST_REQUESTS = 20;
const RARE_SHARE = 0.05;
const SERVER_ERROR = 500;
const JUST_AFTER_SECONDS = 60;
const SAME_MOMENT_SECONDS = 2;
const HALF_HOUR = 1_800;

/** Signals that times, and lines side by side, show. */
export const TIMING_SIGNALS: Signals = {
  'request-times-agree-on-a-round-number': (view) => {
    const failed = failingLines(view);
    const wanted = ROUND_SECONDS.find((seconds) => failed.every((line) => isNear(timeOf(line), seconds)));
    return failed.length > 0 && wanted !== undefined ? failed : null;
  },
  'request-times-differ': (view) => {
    const failed = failingLines(view);
    const times = failed.flatMap((line) => timeOf(line) ?? []);
    return times.length >= MANY && Math.max(...times) > 2 * Math.min(...times) + 1 ? failed : null;
  },
  'failures-are-rare': (view) => {
    const lines = view.requests.samePaths();
    const failed = lines.filter(isFailed);
    const share = failed.length / lines.length;
    return lines.length >= LEAST_REQUESTS && failed.length > 0 && share <= RARE_SHARE ? failed : null;
  },
  'one-method': (view) => {
    const methods = new Set(view.finding.records.map((record) => requestOf(record)?.method));
    return view.finding.records.length >= MANY && methods.size === 1 ? view.finding.records : null;
  },
  'only-one-method-fails': (view) => {
    const lines = view.requests.samePaths();
    const failing = new Set(lines.filter(isFailed).map(({ fields }) => fields.method));
    const others = lines.filter((line) => !isFailed(line) && !failing.has(line.fields.method));
    return failing.size === 1 && others.length > 0 ? [...lines.filter(isFailed), ...others] : null;
  },
  'begins-after-a-restart-of-nginx': (view) => restartsWithin(view, 'nginx', -JUST_AFTER_SECONDS, 0),
  'begins-after-a-restart-of-the-backend': (view) => restartsWithin(view, 'backend', -JUST_AFTER_SECONDS, 0),
  'at-the-moment-of-a-restart-of-the-backend': (view) =>
    restartsWithin(view, 'backend', -SAME_MOMENT_SECONDS, SAME_MOMENT_SECONDS),
  'ends-with-a-restart': (view) => {
    const last = secondsOf(view.finding.tally.lastAt);
    const later = last === null ? [] : view.access.filter((line) => isAfter(line, last) && !isFailed(line));
    const restarts = last === null ? [] : recordsOfRestarts(view, ({ at }) => (toSeconds(at) ?? 0) >= last);
    return later.length > 0 && restarts.length > 0 ? [...restarts, ...later] : null;
  },
};

const isFailed = ({ fields }: AccessRecord): boolean => (fields.status ?? 0) >= SERVER_ERROR || fields.status === 499;

const timeOf = ({ fields }: AccessRecord): number | null => fields.requestTime ?? fields.upstreamTimes.at(-1) ?? null;

const secondsOf = (time: string | null): number | null => (time === null ? null : toSeconds(time));

const isAfter = ({ fields }: AccessRecord, time: number): boolean => {
  const at = secondsOf(fields.time);
  return at !== null && at > time && (at - time < HALF_HOUR || !areNear(at, time));
};

/** Restarts that lie between `from` and `until` seconds of the finding's first line. */
function restartsWithin(view: EvidenceView, whose: Restart['of'], from: number, until: number): Shown {
  const first = secondsOf(view.finding.tally.firstAt);
  if (first === null) return null;
  const distance = ({ at }: Restart): number => (toSeconds(at) ?? Number.NaN) - first;
  return orNull(recordsOfRestarts(view, (one) => one.of === whose && distance(one) >= from && distance(one) <= until));
}

function recordsOfRestarts(view: EvidenceView, passes: (restart: Restart) => boolean): readonly LogRecord[] {
  const lines = new Set(
    findRestarts(view.records)
      .filter(passes)
      .map(({ line }) => line),
  );
  return view.records.filter(({ at }) => lines.has(at[0] ?? 0));
}
