import type { FindingAnswer } from '../../core/reply/reply.ts';
import type { Pseudonyms } from '../redact/pseudonyms.ts';
import type { RedactedIncident } from '../redact/redact-incident.ts';
import { type LanguageTerms, termsOf } from './language-terms.ts';

/** What an explanation may rest on: everything that a sentence says is looked up here. */
export interface Basis {
  readonly answer: FindingAnswer;
  /** What the knowledge says, in lower case: words of the paste are not in it. */
  readonly trusted: string;
  /** Numbers that were sent, in digits: counts, ports, defaults, versions. */
  readonly numbers: ReadonlySet<string>;
  /** Names of sites that were sent. */
  readonly sites: ReadonlySet<string>;
  readonly pseudonyms: Pseudonyms;
  readonly isDirective: (name: string) => boolean;
  readonly fence: string | null;
  readonly terms: LanguageTerms;
}

/** A number as it stands in prose: `60`, `1.29.7`, `10:15:42`, `0.05`. */
export const NUMBER = /(?<![\w-])\d+(?:[.,:]\d+)*/g;
const SITE = /(?<=^site: (?:CLIENT )?)[a-z0-9.-]+$/gm;
const FENCE = /^fence-[0-9a-f]+$/m;

/** The basis for explaining one incident in one language. */
export function toBasis(
  answer: FindingAnswer,
  incident: RedactedIncident,
  pseudonyms: Pseudonyms,
  isDirective: (name: string) => boolean,
  language: string,
): Basis {
  const fence = FENCE.exec(incident.text)?.[0] ?? null;
  const data = fence === null ? incident.text : (incident.text.split(`\n${fence}\n`)[1] ?? '');
  return {
    answer,
    trusted: incident.trusted.toLowerCase(),
    numbers: new Set([...data.matchAll(NUMBER)].map(([number]) => number)),
    sites: new Set([...data.matchAll(SITE)].map(([site]) => site)),
    pseudonyms,
    isDirective,
    fence,
    terms: termsOf(language),
  };
}
