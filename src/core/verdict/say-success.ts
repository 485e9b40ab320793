import type { Fixed, Judgement } from './judgement.ts';
import { sayPlace, sayRequests, saySince } from './say-place.ts';
import { sayClock } from './stamp.ts';

/** So many requests in a row are not luck, whatever share failed before. */
const FEW = 3;
const AGAIN = 'and the error is not in these lines again.';
const WATCH = ' Nobody knows how often it failed before, so watch it for as long as that took.';

/** What shows that it is fixed. A single request shows little where nobody knows how many of them failed before. */
export function saySuccess({ by, needed }: Fixed, judgement: Judgement): string {
  const { watched, probed, route, evidence } = judgement;
  const { after, shareBefore } = watched;
  const count = after.passed.count + probed.passed;
  const isWeak = shareBefore === null && count < FEW && needed === 1;
  const fixed = isWeak ? 'Looks fixed' : 'Fixed';
  const watch = isWeak ? WATCH : '';
  const requests = `${sayRequests(count, route)} got through`;
  switch (by) {
    case 'requests': {
      const lines = [after.passed.first, after.passed.last].filter((line) => line !== null);
      return `${fixed}: ${requests} (${evidence.namePlaces(lines)}) ${saySince(evidence)}, ${AGAIN}${watch}`;
    }
    case 'probe':
      return `${fixed}: ${requests} when you tried it${sayPlace(probed.record, evidence)}, ${AGAIN}${watch}`;
    case 'configuration':
      return `Fixed: \`nginx -t\` accepts the configuration${sayPlace(probed.configuration?.record ?? null, evidence)}. It takes effect with a reload or start.`;
    case 'start': {
      const { record, stamp } = evidence.moment;
      const place = record ? sayPlace(record, evidence) : ` at ${sayClock(stamp, evidence.zone)}`;
      return `Fixed: nginx started its workers${place} and did not log it again.`;
    }
  }
}
