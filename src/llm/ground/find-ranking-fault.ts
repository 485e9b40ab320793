import type { CauseAnswer } from '../../core/reply/reply.ts';
import type { Basis } from './basis.ts';
import type { Fault } from './fault.ts';
import { REFERENCE } from './reference.ts';

/** Says when a sentence claims more, or something else, than the diagnosis: another first cause, a proof that nobody pasted, or doubt
 * about what is confirmed. `isFirst` is true until a sentence has named a cause. */
export function findRankingFault(sentence: string, isFirst: boolean, { answer, terms }: Basis): Fault | null {
  const [first] = answer.causes;
  const named = namedCauses(sentence, answer.causes);
  if (!first) return null;
  const prose = sentence.replace(REFERENCE, '');
  const isAboutFirst = named.includes(first);
  if (isFirst && named.length > 0 && named[0] !== first) return 'contradicts-ranking';
  if (terms.certain.test(prose) && !(first.confidence === 'confirmed' && (isAboutFirst || named.length === 0)))
    return 'contradicts-ranking';
  if (terms.foremost.test(prose) && named.length > 0 && !isAboutFirst) return 'contradicts-ranking';
  const doubts = terms.excluded.test(prose) && isAboutFirst && named.length === 1;
  return doubts && first.confidence !== 'unlikely' ? 'contradicts-ranking' : null;
}

/** Causes that a sentence refers to, in its order. */
export function namedCauses(sentence: string, causes: readonly CauseAnswer[]): readonly CauseAnswer[] {
  return [...sentence.matchAll(REFERENCE)].flatMap((found) => causes.find(({ id }) => id === found[1]) ?? []);
}
