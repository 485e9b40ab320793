import { eld } from 'eld/small';
import type { Basis } from './basis.ts';
import { type Fault, SPOILS } from './fault.ts';
import { findClaimFault } from './find-claim-fault.ts';
import { findFormFault } from './find-form-fault.ts';
import { findRankingFault, namedCauses } from './find-ranking-fault.ts';
import { REFERENCE } from './reference.ts';

/** What became of one sentence of a model. */
export type Judged =
  | { readonly kind: 'kept'; readonly sentence: string }
  | { readonly kind: 'cut'; readonly fault: Fault }
  /** Nothing of the explanation may be shown, also not what was kept before. */
  | { readonly kind: 'dropped'; readonly fault: Fault };

/** Judges the sentences of one explanation in their order. */
export interface Grounding {
  readonly judge: (sentence: string) => Judged;
  /** Call once after the last sentence: says whether enough is left, in the language that was asked for. */
  readonly conclude: () => Fault | null;
}

/** Asked for 90 words; a model that can't count gets some more. */
const MOST_WORDS = 130;
const LONGEST_SENTENCE = 400;
/** Fewer say nothing about the language they are in. */
const LEAST_TELLING_WORDS = 8;

/** Starts judging an explanation. Every sentence is checked against the basis alone, so that a stream can be shown as it comes. */
export function createGrounding(basis: Basis): Grounding {
  const kept: string[] = [];
  let words = 0;
  let cut = 0;
  let hasNamedCause = false;
  return {
    judge(raw) {
      const sentence = raw.replace(/\s+/g, ' ').trim();
      const fault = findFault(sentence, basis, words, !hasNamedCause);
      if (fault !== null && SPOILS.has(fault)) return { kind: 'dropped', fault };
      if (fault !== null) {
        cut += 1;
        return { kind: 'cut', fault };
      }
      words += countWords(sentence);
      hasNamedCause ||= namedCauses(sentence, basis.answer.causes).length > 0;
      kept.push(sentence);
      return { kind: 'kept', sentence };
    },
    conclude() {
      if (kept.length === 0 || cut > kept.length) return 'nothing-left';
      return isInLanguage(kept.join(' '), basis.terms.code) ? null : 'wrong-language';
    },
  };
}

function findFault(sentence: string, basis: Basis, words: number, isFirst: boolean): Fault | null {
  if (sentence.length > LONGEST_SENTENCE || words + countWords(sentence) > MOST_WORDS) return 'too-long';
  const fault = findFormFault(sentence, basis) ?? findRankingFault(sentence, isFirst, basis);
  if (fault !== null) return fault;
  if (basis.terms.weakening.test(sentence)) return 'weakens-security';
  return findClaimFault(sentence, basis) ?? (isInLanguage(sentence, basis.terms.code) ? null : 'wrong-language');
}

const countWords = (sentence: string): number => sentence.split(/\s+/).filter((word) => word !== '').length;

function isInLanguage(text: string, code: string): boolean {
  const prose = text.replace(REFERENCE, ' ').replace(/`[^`]*`|\b[\w]+-\d+\b/g, ' ');
  if (countWords(prose) < LEAST_TELLING_WORDS) return true;
  const found = eld.detect(prose);
  return !found.isReliable() || found.language === code;
}
