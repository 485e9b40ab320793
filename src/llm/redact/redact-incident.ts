import { createHash, randomBytes } from 'node:crypto';
import type { CauseAnswer, FindingAnswer } from '../../core/reply/reply.ts';
import { fillPrompt, type Prompt } from '../prompt/prompt.ts';
import { withoutSecrets } from './find-secrets.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type Redacted, sealRedacted } from './redacted.ts';
import { type KnownTerms, type PromptFact, toPromptFacts } from './to-prompt-facts.ts';

/** Everything that one request shows a model. */
export interface RedactedIncident {
  readonly text: Redacted;
  /** Title, meaning, causes, fixes and checks: what the knowledge says, and nothing of the paste. */
  readonly trusted: string;
  /** A hash of the prompt's version and everything above but the fence: the same for identical incidents. */
  readonly key: string;
}

/** How one installation wants its incidents redacted and told. */
export interface Wording {
  /** In English: `English`, `German`. */
  readonly language: string;
  /** False: names of sites are hidden like addresses. */
  readonly keepsSites: boolean;
}

/** A model is told of no more causes than these, the most likely ones. */
export const TOLD_CAUSES = 4;
const TOLD_ACTIONS_OF = 2;
const LONGEST_VALUE = 120;
/** Beyond what any entry needs, and small enough for a context of 8k tokens with its answer. */
const LONGEST_PART = 6_000;

/** Makes the request about the leading finding of a reply. The only way to text that a model may see. */
export async function redactIncident(
  answer: FindingAnswer,
  prompt: Prompt,
  pseudonyms: Pseudonyms,
  terms: KnownTerms,
  wording: Wording,
): Promise<RedactedIncident> {
  const fence = `fence-${randomBytes(9).toString('hex')}`;
  const entry = [answer.title, answer.meaning, answer.userSees].filter((text) => text !== '').join('\n');
  const causes = answer.causes.slice(0, TOLD_CAUSES).map(describeCause).join('\n') || 'none is known';
  const actions = describeActions(answer);
  const facts = toPromptFacts(answer, pseudonyms, terms, wording.keepsSites).map(describeFact).join('\n');
  const trusted = [entry, causes, actions].map((part) => part.slice(0, LONGEST_PART)).join('\n');
  const values = new Map([
    ['language', wording.language],
    ['entry', entry.slice(0, LONGEST_PART)],
    ['causes', causes.slice(0, LONGEST_PART)],
    ['actions', actions.slice(0, LONGEST_PART)],
    ['facts', await withoutSecrets(facts)],
  ]);
  const clean = new Map([...values].map(([name, value]) => [name, value.replaceAll(fence, '')]));
  return {
    text: sealRedacted(fillPrompt(prompt, clean.set('fence', fence))),
    trusted,
    key: createHash('sha256')
      .update(JSON.stringify([prompt.version, ...values]))
      .digest('hex'),
  };
}

function describeCause({ id, confidence, title, why, evidence }: CauseAnswer): string {
  const reasons = evidence.slice(0, 3).map(({ says, supports, quotes }) => {
    const lines = quotes.length > 0 ? ` (line ${quotes.map(({ line }) => line).join(', ')})` : '';
    return ` ${supports ? 'For it' : 'Against it'}${lines}: ${says}.`;
  });
  return `[${id}] ${confidence}: ${title}. ${why}${reasons.join('')}`;
}

function describeActions({ causes, nextCheck }: FindingAnswer): string {
  const fixes = causes.slice(0, TOLD_ACTIONS_OF).flatMap(({ id, fixes: [first] }) => {
    return first ? [`[fix:${id}] ${withoutValues(first.title)}`] : [];
  });
  const check = nextCheck ? [`[check:${nextCheck.id}] the next check, which decides between the causes`] : [];
  return [...fixes, ...check].join('\n') || 'none';
}

/** A fix's title may have the reader's own values filled in, always between backticks. */
const withoutValues = (title: string): string => title.replace(/`[^`]*`/g, 'it');

function describeFact({ name, value, byClient }: PromptFact): string {
  return `${name}: ${byClient ? 'CLIENT ' : ''}${value.slice(0, LONGEST_VALUE)}`;
}
