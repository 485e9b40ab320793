import type { Diagnosis } from '../diagnose/diagnose.ts';
import { severityOf } from '../identify/finding.ts';
import { oncePerKey } from '../once.ts';
import type { LogRecord } from '../records/log-record.ts';
import { toSeconds } from '../signals/time.ts';
import { minuteOf } from './minute.ts';
import { findRestarts } from './restarts.ts';
import type { Timeline, TimelineMark, TimelineSeries } from './timeline.ts';

/** Fewer lines, or a shorter time, are read faster than a plot of them. */
const LEAST_LINES = 10;
const LEAST_MINUTES = 3;
const MOST_STEPS = 60;
const MOST_SERIES = 4;
const MOST_RESTARTS = 5;
const STEPS_MINUTES: readonly number[] = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440];
const MINUTE = 60;

/** The plot of what was found, null where there is too little to plot. Its size does not grow with the log. */
export function toTimeline(diagnoses: readonly Diagnosis[], records: readonly LogRecord[]): Timeline | null {
  const told = diagnoses.filter(({ finding }) => severityOf(finding) !== 'harmless');
  const [earliest, latest] = rangeOf(told);
  const lines = told.reduce((sum, { finding }) => sum + finding.tally.count, 0);
  const first = startOf(earliest);
  const last = startOf(latest);
  if (first === null || last === null || lines < LEAST_LINES) return null;
  const span = (last - first) / MINUTE + 1;
  const stepMinutes = STEPS_MINUTES.find((step) => span / step <= MOST_STEPS);
  if (span < LEAST_MINUTES || stepMinutes === undefined) return null;
  const steps = Math.ceil(span / stepMinutes);
  // findings share their minutes
  const stepOf = oncePerKey((time: string) => Math.floor(((startOf(time) ?? first) - first) / MINUTE / stepMinutes));
  return {
    from: minuteOf(first),
    until: minuteOf(first + steps * stepMinutes * MINUTE),
    stepMinutes,
    series: toSeries(told, steps, stepOf),
    marks: toMarks(told, records, steps, stepOf),
  };
}

/** The first and the last minute in which something was found. They are written so that their order is that of their characters. */
function rangeOf(told: readonly Diagnosis[]): readonly [string | undefined, string | undefined] {
  let first: string | undefined;
  let last: string | undefined;
  for (const { finding } of told) {
    for (const minute of finding.tally.perMinute.keys()) {
      if (first === undefined || minute < first) first = minute;
      if (last === undefined || minute > last) last = minute;
    }
  }
  return [first, last];
}

/** Seconds of the minute that a time is in. */
function startOf(time: string | undefined): number | null {
  return time === undefined ? null : toSeconds(`${time.slice(0, 16)}:00`);
}

function toSeries(
  diagnoses: readonly Diagnosis[],
  steps: number,
  stepOf: (time: string) => number,
): readonly TimelineSeries[] {
  const byName = new Map<string, { readonly title: string; readonly counts: number[] }>();
  for (const { finding } of diagnoses) {
    const name = finding.entry?.id ?? finding.records[0]?.message ?? finding.template;
    const series = byName.get(name) ?? { title: finding.entry?.title ?? name, counts: Array(steps).fill(0) };
    byName.set(name, series);
    for (const [minute, count] of finding.tally.perMinute) {
      const step = stepOf(minute);
      series.counts[step] = (series.counts[step] ?? 0) + count;
    }
  }
  return [...byName].map(([name, series]) => ({ name, ...series })).slice(0, MOST_SERIES);
}

function toMarks(
  diagnoses: readonly Diagnosis[],
  records: readonly LogRecord[],
  steps: number,
  stepOf: (time: string) => number,
): readonly TimelineMark[] {
  const lead = diagnoses[0]?.finding.tally;
  const trouble: TimelineMark[] =
    lead?.firstAt === undefined || lead.firstAt === null
      ? []
      : [{ kind: 'trouble', at: lead.firstAt, step: stepOf(lead.firstAt), line: lead.lines[0] ?? 0 }];
  const restarts = findRestarts(records)
    .map(({ at, line }): TimelineMark => ({ kind: 'restart', at, line, step: stepOf(at) }))
    .filter(({ step }) => step >= 0 && step < steps)
    .filter(({ step }, index, all) => all[index - 1]?.step !== step);
  return [...trouble, ...restarts.slice(0, MOST_RESTARTS)].toSorted((a, b) => a.step - b.step);
}
