import type { LogRecord } from '../records/log-record.ts';
import { asCode, describePlaces } from '../reply/wording.ts';
import type { FixEvidence, Ruling } from './judge-fix.ts';
import type { Moment } from './moment.ts';
import type { Probed } from './read-probes.ts';
import type { Route } from './route.ts';
import { sayClock } from './stamp.ts';
import { timeOfRecord } from './time-of-record.ts';
import type { Watched } from './watch-route.ts';

/** A ruling in words, with the lines that it rests on. */
export function sayRuling(
  ruling: Ruling,
  watched: Watched,
  probed: Probed,
  route: Route,
  evidence: FixEvidence,
): string {
  const { moment, zone } = evidence;
  const since = saySince(moment, zone);
  switch (ruling.kind) {
    case 'still-failing':
      return [`Still failing: ${sayFailure(ruling.by, watched, probed, route, zone)}.`, sayWorker(watched, moment)]
        .filter((sentence) => sentence !== '')
        .join(' ');
    case 'fixed':
      return saySuccess(ruling, watched, probed, route, since);
    case 'not-decidable':
      return `Not decidable yet: ${sayDoubt(ruling, watched, probed, route, since, evidence)}`;
  }
}

function saySince({ stamp, source, record }: Moment, zone: number | null): string {
  const at = sayClock(stamp, zone);
  if (source === 'noted')
    return `since nginx took its configuration at ${at}${record ? ` (${describePlaces([record])})` : ''}`;
  return source === 'stated'
    ? `since ${at}, when the fix was applied`
    : `since ${at}, two minutes after the earlier pastes end`;
}

const at = (record: LogRecord | null, zone: number | null): string => {
  const stamp = record && timeOfRecord(record);
  const place = record ? describePlaces([record]) : '';
  return stamp ? `at ${sayClock(stamp, zone)} (${place})` : `(${place})`;
};

function nameOf({ name }: Route): string {
  return name === null ? 'this server' : asCode(name);
}

type Failed = Extract<Ruling, { kind: 'still-failing' }>['by'];

function sayFailure(by: Failed, { after }: Watched, probed: Probed, route: Route, zone: number | null): string {
  const more = (count: number): string => (count > 1 ? `, ${count} times since the change` : '');
  switch (by) {
    case 'again':
      return `the same error ${at(after.again.first, zone)}${more(after.again.count)}`;
    case 'other':
      return `the error is gone, but another one hit ${nameOf(route)} ${at(after.other.first, zone)}${more(after.other.count)}`;
    case 'failed':
      return `${nameOf(route)} got a ${statusOf(after.failed.first)} ${at(after.failed.first, zone)}${more(after.failed.count)}`;
    case 'probe':
      return `the request that you made got ${probed.failure ?? 'no answer'} ${at(probed.record, zone)}`;
    case 'configuration':
      return `nginx does not accept the configuration ${at(probed.configuration?.record ?? null, zone)}`;
  }
}

const statusOf = (record: LogRecord | null): string =>
  record?.kind === 'access' ? `${record.fields.status ?? ''}` : '';

/** A worker that logged before the reload and still does long after it: nginx may not have taken the new configuration. */
function sayWorker({ after: { again }, oldWorkers }: Watched, moment: Moment): string {
  const { first } = again;
  if (moment.source !== 'noted' || first?.kind !== 'error' || first.pid === null || !oldWorkers.has(first.pid))
    return '';
  return `Worker ${first.pid} logged it, which ran before the reload already: see with \`nginx -t\` whether nginx took the new configuration.`;
}

function saySuccess(
  { by, needed }: Extract<Ruling, { kind: 'fixed' }>,
  { after, shareBefore }: Watched,
  probed: Probed,
  route: Route,
  since: string,
): string {
  const lines = [after.passed.first, after.passed.last].filter((line) => line !== null);
  const count = after.passed.count + probed.passed;
  const requests = `${sayRequests(count, route)} got through`;
  const weak = shareBefore === null && count < 3 && needed === 1;
  const watch = weak ? ' Nobody knows how often it failed before, so watch it for as long as that took.' : '';
  switch (by) {
    case 'requests':
      return `${weak ? 'Looks fixed' : 'Fixed'}: ${requests} (${describePlaces(lines)}) ${since}, and the error is not in these lines again.${watch}`;
    case 'probe':
      return `${weak ? 'Looks fixed' : 'Fixed'}: ${requests} when you tried it${probed.record ? ` (${describePlaces([probed.record])})` : ''}, and the error is not in these lines again.${watch}`;
    case 'configuration':
      return `Fixed: \`nginx -t\` accepts the configuration${probed.configuration ? ` (${describePlaces([probed.configuration.record])})` : ''}. It takes effect with a reload or start.`;
    case 'start':
      return `Fixed: nginx has started its workers ${since.replace(/^since nginx took its configuration /, '')} and did not log it again.`;
  }
}

function sayRequests(count: number, route: Route): string {
  return `${count} ${count === 1 ? 'request' : 'requests'} for ${nameOf(route)}`;
}

function sayShare(share: number | null): string {
  return share === null
    ? 'nobody knows how many failed before'
    : `before, ${Math.max(1, Math.round(share * 100))} % of them failed`;
}

/** Most servers keep UTC, which nothing proves. */
function sayIfUtc(record: LogRecord | null, { stamp }: Moment): string {
  const own = record && timeOfRecord(record);
  if (!own || stamp.offset === null) return '';
  const isAfter = own.wall > stamp.wall - stamp.offset;
  return ` If its clock is UTC, it came ${isAfter ? 'after it, and the error is still there' : 'before it'}.`;
}

function sayDoubt(
  { because, needed }: Extract<Ruling, { kind: 'not-decidable' }>,
  watched: Watched,
  probed: Probed,
  route: Route,
  since: string,
  { zone, moment }: FixEvidence,
): string {
  const { after, untold, leftover, last, shareBefore } = watched;
  const passed = after.passed.count + probed.passed;
  switch (because) {
    case 'untold':
      return `I can't tell whether the failure ${at(untold.first, zone)} came before or after the change, for the error log's times have no zone.${sayIfUtc(untold.first, moment)}`;
    case 'mixed':
      return `it failed after the change, last ${at(after.again.last ?? after.failed.last, zone)}; ${watched.passedSinceFailure} requests got through after that. A longer stretch will tell.`;
    case 'few':
      return `${sayRequests(passed, route)} got through ${since}; ${sayShare(shareBefore)}, so about ${needed} in a row would show it.`;
    case 'refused':
      return `requests for ${nameOf(route)} ${since} were refused for another reason ${at(after.unclear.first, zone)}.`;
    case 'leftover':
      return `what failed ${at(leftover.first, zone)} had begun before the change, and no request for ${nameOf(route)} came later.`;
    case 'early':
      return `these lines end ${at(last, zone)}, before the change.`;
    case 'silent':
      return `these lines hold no request for ${nameOf(route)} ${since}. Silence in the error log says nothing without one.`;
  }
}
