import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import { createLeftoverTest } from './create-leftover-test.ts';
import { createEndingOf, type Ending } from './ending-of.ts';
import { findOldWorkers } from './find-old-workers.ts';
import type { Moment } from './moment.ts';
import { type Observation, type Sighting, toSighting } from './observation.ts';
import type { Route } from './route.ts';
import { type Side, sideOf } from './side-of.ts';
import { compareStamps } from './stamp.ts';
import { timeOfRecord } from './time-of-record.ts';

/** What became of a route after a change. */
export interface Watched {
  /** The same error again; other errors about such requests; requests that failed, got through, or ended unclearly. */
  readonly after: Readonly<Record<Ending, Sighting>>;
  /** Failures after the change that say nothing about it. */
  readonly leftover: Sighting;
  /** Processes of nginx that logged before the change. */
  readonly oldWorkers: ReadonlySet<number>;
  /** Failures of which nobody can tell whether they are from before or after the change. */
  readonly untold: Sighting;
  /** The share of such requests that failed before; null where no access line tells. */
  readonly shareBefore: number | null;
  /** Requests that got through after the last failure. */
  readonly passedSinceFailure: number;
  /** True where the last line of nginx's in this paste, whatever it is about, is from before the change. */
  readonly lastIsBefore: boolean;
  /** That line; null where the paste has none with a time. */
  readonly last: LogRecord | null;
}

interface Told extends Observation {
  readonly ending: Ending;
  readonly side: Side;
}

/** Sorts the lines about a finding's requests by what they say about the change. `zone` is the error log's. */
export function watchRoute(
  finding: Finding,
  route: Route,
  moment: Moment,
  observations: readonly Observation[],
  zone: number | null,
): Watched {
  const endingOf = createEndingOf(finding, route);
  const oldWorkers = findOldWorkers(observations, moment, zone);
  const isLeftover = createLeftoverTest(moment, observations, oldWorkers, zone);
  const told = observations.flatMap((one): Told[] => {
    const ending = endingOf(one.record);
    return ending === null ? [] : [{ ...one, ending, side: sideOf(one.record, moment, zone) }];
  });
  const last = lastOf(
    observations.filter(({ record }) => !record.earlier),
    zone,
  );
  const late = told.filter(({ side }) => side === 'after');
  const leftover = new Set(late.filter((one) => isFailure(one) && isLeftover(one.record)));
  const after = late.filter((one) => !leftover.has(one));
  const ended = (ending: Ending): Sighting => toSighting(after.filter((one) => one.ending === ending));
  return {
    after: {
      again: ended('again'),
      other: ended('other'),
      failed: ended('failed'),
      passed: ended('passed'),
      unclear: ended('unclear'),
    },
    leftover: toSighting([...leftover]),
    oldWorkers,
    untold: toSighting(told.filter((one) => isFailure(one) && one.side === 'untold')),
    shareBefore: shareOf(told.filter(({ side }) => side === 'before')),
    passedSinceFailure: countSinceFailure(after, zone),
    last: last?.record ?? null,
    lastIsBefore: last !== null && isEarlier(last.record, moment, zone),
  };
}

const isFailure = ({ ending }: Told): boolean => ending === 'again' || ending === 'other' || ending === 'failed';

function isEarlier(record: LogRecord, moment: Moment, zone: number | null): boolean {
  const stamp = timeOfRecord(record);
  const order = stamp && compareStamps(stamp, moment.stamp, zone);
  return order !== null && order < 0;
}

/** Errors may leave no trace in the access log (a body that was cut short has its 200), so they count, too. */
function shareOf(before: readonly Told[]): number | null {
  const sum = (...endings: readonly Ending[]): number =>
    before.reduce((total, { ending, count }) => (endings.includes(ending) ? total + count : total), 0);
  const requests = sum('failed', 'passed', 'unclear');
  if (requests === 0) return null;
  return Math.min(1, Math.max(sum('failed'), sum('again')) / requests);
}

function countSinceFailure(after: readonly Told[], zone: number | null): number {
  const last = lastOf(after.filter(isFailure), zone);
  const failure = last && timeOfRecord(last.record);
  const passed = after.filter(({ ending, record }) => {
    const stamp = ending === 'passed' ? timeOfRecord(record) : null;
    return stamp !== null && (!failure || (compareStamps(stamp, failure, zone) ?? 0) > 0);
  });
  return toSighting(passed).count;
}

function lastOf(observations: readonly Observation[], zone: number | null): Observation | null {
  let last: Observation | null = null;
  for (const one of observations) {
    const stamp = timeOfRecord(one.record);
    const known = last && timeOfRecord(last.record);
    if (stamp && (!known || (compareStamps(stamp, known, zone) ?? 0) > 0)) last = one;
  }
  return last;
}
