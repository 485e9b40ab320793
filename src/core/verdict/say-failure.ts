import type { Judgement, StillFailing } from './judgement.ts';
import { sayPlace, sayRoute } from './say-place.ts';

/** What still fails, and a hint where an old worker logged it. */
export function sayFailure({ by }: StillFailing, judgement: Judgement): string {
  const worker = by === 'again' ? sayWorker(judgement) : '';
  return `${what(by, judgement)}.${worker}`;
}

function what(by: StillFailing['by'], { watched: { after }, probed, route, evidence }: Judgement): string {
  const more = (count: number): string =>
    count > 1 ? `, ${count.toLocaleString('en-US')} times since the change` : '';
  const failed = after.failed.first;
  switch (by) {
    case 'again':
      return `the same error${sayPlace(after.again.first, evidence)}${more(after.again.count)}`;
    case 'other':
      return `the error is gone, but another one hit ${sayRoute(route)}${sayPlace(after.other.first, evidence)}${more(after.other.count)}`;
    case 'failed': {
      const status = failed?.kind === 'access' ? `${failed.fields.status ?? ''}` : '';
      return `${sayRoute(route)} got a ${status}${sayPlace(failed, evidence)}${more(after.failed.count)}`;
    }
    case 'probe':
      return `the request that you made got ${probed.failure ?? 'no answer'}${sayPlace(probed.record, evidence)}`;
    case 'configuration':
      return `nginx does not accept the configuration${sayPlace(probed.configuration?.record ?? null, evidence)}`;
  }
}

/** A worker that logged before the reload and still does long after it: nginx may not have taken the new configuration. */
function sayWorker({ watched: { after, oldWorkers }, evidence: { moment } }: Judgement): string {
  const { first } = after.again;
  if (moment.source !== 'noted' || first?.kind !== 'error' || first.pid === null) return '';
  if (!oldWorkers.has(first.pid)) return '';
  return ` Worker ${first.pid} logged it, which ran before the reload already: see with \`nginx -t\` whether nginx took the new configuration.`;
}
