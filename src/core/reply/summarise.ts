import type { CauseAnswer, FindingAnswer } from './reply.ts';
import { describeLines, describeQuotes } from './wording.ts';

const LONGEST = 2_500;

/** The whole verdict in plain sentences, for notifications and screen readers. */
export function summarise(headline: string, note: string | null, answers: readonly FindingAnswer[]): string {
  const [lead, ...others] = answers;
  const parts = [`${headline}.`, note, ...(lead ? aboutLead(lead) : []), aboutOthers(others)];
  const text = parts
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .replaceAll('`', '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function aboutLead(lead: FindingAnswer): readonly (string | null)[] {
  const [best] = lead.causes;
  return [`${lead.where}.`, lead.userSees, best ? aboutCause(best) : lead.meaning, aboutFix(best), aboutCheck(lead)];
}

function aboutCause(cause: CauseAnswer): string {
  const proof = cause.evidence.find(({ supports }) => supports);
  const places = describeQuotes(proof?.quotes ?? []);
  const because = proof && places !== '' ? ` (${places}: ${proof.says})` : '';
  return `${CONFIDENCE_WORDS[cause.confidence]}: ${cause.title}${because}.`;
}

const CONFIDENCE_WORDS = {
  confirmed: 'Cause, confirmed',
  likely: 'Likely cause',
  possible: 'Possible cause',
  unlikely: 'Unlikely cause',
} as const;

function aboutFix(cause: CauseAnswer | undefined): string | null {
  const [fix] = cause?.fixes ?? [];
  return fix && cause?.confidence !== 'possible' ? `Do first: ${fix.title}.` : null;
}

function aboutCheck({ nextCheck }: FindingAnswer): string | null {
  return nextCheck ? `To decide: ${nextCheck.do} ${nextCheck.run}` : null;
}

function aboutOthers(others: readonly FindingAnswer[]): string | null {
  if (others.length === 0) return null;
  const titles = others.slice(0, 3).map(({ title, lines }) => `${title} (${describeLines(lines)})`);
  const more = others.length > 3 ? `, and ${others.length - 3} more` : '';
  return `Also: ${titles.join('; ')}${more}.`;
}
