import type { Judgement, NotDecidable } from './judgement.ts';
import { sayPlace, sayRequests, sayRoute, saySince } from './say-place.ts';
import { timeOfRecord } from './time-of-record.ts';

/** Why the lines don't decide it. */
export function sayDoubt({ because, needed }: NotDecidable, judgement: Judgement): string {
  const { watched, probed, route, evidence } = judgement;
  const { after, untold, leftover, last, passedSinceFailure } = watched;
  const at = (record: typeof last): string => sayPlace(record, evidence);
  switch (because) {
    case 'untold':
      return `I can't tell whether the failure${at(untold.first)} came before or after the change, for the error log's times have no zone.${sayIfUtc(judgement)}`;
    case 'mixed':
      return `it failed after the change, last${at(after.again.last ?? after.failed.last ?? after.other.last)}; ${sayRequests(passedSinceFailure, route)} got through after that. A longer stretch will tell.`;
    case 'few':
      return `${sayRequests(after.passed.count + probed.passed, route)} got through ${saySince(evidence)}; ${sayShare(judgement)}, so about ${needed} in a row would show it.`;
    case 'refused':
      return `requests for ${sayRoute(route)} ${saySince(evidence)} were refused for another reason${at(after.unclear.first)}.`;
    case 'leftover':
      return `what failed${at(leftover.first)} had begun before the change, and no request for ${sayRoute(route)} came later.`;
    case 'early':
      return `these lines end${at(last)}, before the change.`;
    case 'silent':
      return `these lines hold no request for ${sayRoute(route)} ${saySince(evidence)}. Silence in the error log says nothing without one.`;
  }
}

function sayShare({ watched: { shareBefore } }: Judgement): string {
  if (shareBefore === null) return 'nobody knows how many failed before';
  return `before, ${Math.max(1, Math.round(shareBefore * 100))} % of them failed`;
}

/** Most servers keep UTC, which nothing proves. */
function sayIfUtc({ watched: { untold }, evidence }: Judgement): string {
  const { stamp } = evidence.moment;
  const own = untold.first && timeOfRecord(untold.first);
  if (!own || stamp.offset === null) return '';
  const isAfter = own.wall > stamp.wall - stamp.offset;
  return ` If its clock is UTC, it came ${isAfter ? 'after it, and the error is still there' : 'before it'}.`;
}
