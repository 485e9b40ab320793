import type { Finding } from '../identify/finding.ts';
import { failingStatuses } from './failing-statuses.ts';
import type { FixEvidence } from './fix-evidence.ts';
import type { FixVerdict } from './fix-verdict.ts';
import type { NotDecidable, Ruling } from './judgement.ts';
import { type Probed, readProbes } from './read-probes.ts';
import { toRoute } from './route.ts';
import { toVerdict } from './to-verdict.ts';
import { type Watched, watchRoute } from './watch-route.ts';

/** Requests that must get through where nobody said that anything changed, nor tried it. */
const WITHOUT_WORD = 3;
/** Where nearly all failed, one that gets through tells enough. */
const NEARLY_ALL = 0.9;
const MOST_NEEDED = 300;
/** After a failure so many must get through before it may have been the last one. */
const LONG_STRETCH = 10;

/** Judges whether the fix of one finding worked. Pure: the same lines give the same verdict. Null where nobody said that anything
 * changed and the lines are no attempt to verify it. */
export function judgeFix(evidence: FixEvidence): FixVerdict | null {
  const { finding, moment, observations, records, zone } = evidence;
  const route = toRoute(finding);
  const watched = watchRoute(finding, route, moment, observations, zone);
  const probed = readProbes(records, route, failingStatuses(finding.entry), moment.stamp, zone);
  const ruling = decide(watched, probed, evidence);
  if (moment.source === 'last-paste' && !isAttempt(ruling, probed)) return null;
  return toVerdict({ ruling, route, watched, probed, evidence });
}

/** A request by hand that its command names, or enough traffic to be sure. */
function isAttempt(ruling: Ruling, { isNamed }: Probed): boolean {
  if (ruling.kind === 'not-decidable') return false;
  return ruling.by === 'requests' || (ruling.by === 'probe' && isNamed);
}

function decide(watched: Watched, probed: Probed, evidence: FixEvidence): Ruling {
  const { after } = watched;
  if (probed.configuration?.isSound === false && isAboutConfiguration(evidence.finding))
    return { kind: 'still-failing', by: 'configuration' };
  const failed = (['again', 'other', 'failed'] as const).find((ending) => after[ending].count > 0);
  const isTried = probed.isNamed || evidence.moment.source !== 'last-paste';
  const needed = neededAfter(watched.shareBefore, isTried ? 1 : WITHOUT_WORD);
  if (failed) {
    const isOver = watched.passedSinceFailure >= Math.max(needed, LONG_STRETCH) && probed.failed === 0;
    return isOver ? { kind: 'not-decidable', because: 'mixed', needed } : { kind: 'still-failing', by: failed };
  }
  if (probed.failed > 0) return { kind: 'still-failing', by: 'probe' };
  if (watched.untold.count > 0) return { kind: 'not-decidable', because: 'untold', needed };
  return withoutFailure(watched, probed, evidence, needed);
}

function withoutFailure(watched: Watched, probed: Probed, { finding, moment }: FixEvidence, needed: number): Ruling {
  const passed = watched.after.passed.count + probed.passed;
  if (passed >= needed) return { kind: 'fixed', by: watched.after.passed.count > 0 ? 'requests' : 'probe', needed };
  if (passed > 0) return { kind: 'not-decidable', because: 'few', needed };
  if (isAboutConfiguration(finding)) {
    if (probed.configuration?.isSound) return { kind: 'fixed', by: 'configuration', needed };
    if (moment.source === 'noted') return { kind: 'fixed', by: 'start', needed };
  }
  return { kind: 'not-decidable', because: doubtOf(watched, probed), needed };
}

function doubtOf({ after, leftover, lastIsBefore }: Watched, probed: Probed): NotDecidable['because'] {
  if (after.unclear.count + probed.unclear > 0) return 'refused';
  if (leftover.count > 0) return 'leftover';
  return lastIsBefore ? 'early' : 'silent';
}

/** How many requests in a row must get through, so that chance explains it in one case of twenty: (1 - share)^n is below 5 %
 * from n = 3 / share on. */
function neededAfter(share: number | null, least: number): number {
  if (share === null || share >= NEARLY_ALL) return least;
  return Math.max(least, Math.min(MOST_NEEDED, Math.ceil(3 / Math.max(share, 3 / MOST_NEEDED))));
}

/** Written while nginx reads its configuration or starts: no request is behind it, and a start without it is the proof. */
function isAboutConfiguration({ message, records, facts }: Finding): boolean {
  if (facts.has('method')) return false;
  return message?.kind === 'config' || message?.kind === 'startup' || records[0]?.level === 'emerg';
}
