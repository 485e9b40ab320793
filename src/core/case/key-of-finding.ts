import type { Finding } from '../identify/finding.ts';
import type { FindingFacts } from './case-facts.ts';
import { keepableValues } from './keepable-values.ts';

/** What makes findings of two pastes one: the entry (or message), the server and the upstream, as within one paste. */
export function keyOfFinding({ entry, template, facts }: Finding): string {
  return keyOfFacts({ entry: entry?.id ?? null, template, values: keepableValues(facts) });
}

/** The same key from what is remembered of a finding. */
export function keyOfFacts({ entry, template, values }: Pick<FindingFacts, 'entry' | 'template' | 'values'>): string {
  return JSON.stringify([entry ?? template, values.server ?? '', values['upstream.address'] ?? values.upstream ?? '']);
}
