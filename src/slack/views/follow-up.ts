import type { CaseChange } from '../../core/case/case-change.ts';
import type { FindingAnswer, FixAnswer, Reply } from '../../core/reply/reply.ts';
import type { FixVerdict } from '../../core/verdict/fix-verdict.ts';
import type { Block, OutgoingMessage } from '../outgoing/message.ts';
import { checkParts, decidedCause, evidenceBullets, listedCauses } from './cause-parts.ts';
import { closingBlocks } from './closing-blocks.ts';
import { nameQuotes } from './name-lines.ts';
import { smallPrint } from './plain-blocks.ts';
import {
  boldProse,
  bullets,
  code,
  type Inline,
  type Part,
  paragraph,
  preformatted,
  prose,
  richText,
  words,
} from './rich-text.ts';
import type { ShownTo } from './shown-to.ts';
import { fixParts } from './step-parts.ts';
import { verificationOf } from './verification-of.ts';

/** Changes after which the first cause is another one, or known at last. */
const NEW_CAUSE: ReadonlySet<CaseChange['kind']> = new Set([
  'found',
  'new-error',
  'likely',
  'explained',
  'decided',
  'overturned',
]);
/** Changes that move the order of the causes. */
const NEW_ORDER: ReadonlySet<CaseChange['kind']> = new Set(['likelier', 'less-likely', 'unsettled']);
const SHOWN_QUOTES = 2;
const SHOWN_STEPS = 2;

/** The answer to a later paste of a case: whether the fix worked, what changed and why, the first cause if it is a new one, and
 * what to do next. Buttons open the rest. */
export function toFollowUp(reply: Reply, change: CaseChange, to: ShownTo): OutgoingMessage {
  const lead = reply.answers[change.about ?? 0];
  const isNews = reply.fixVerdicts.length === 0 || NEW_CAUSE.has(change.kind) || NEW_ORDER.has(change.kind);
  const said = [...(isNews ? [change.says] : []), ...change.also];
  const blocks = [
    ...reply.fixVerdicts.flatMap((verdict) => verdictBlocks(verdict, reply)),
    ...richText(said.flatMap((sentence, index) => paragraph(index === 0 ? boldProse(sentence) : prose(sentence)))),
    ...(lead ? [...changeBlocks(change, lead, reply), ...closingBlocks(lead, reply, to)] : smallPrint(to.notices)),
  ];
  const verdicts = reply.fixVerdicts.map(({ says, ask }) => (ask ? `${says} ${ask.do} ${ask.run}` : says));
  const next = lead && NEW_CAUSE.has(change.kind) ? sayFix(lead) : [];
  return { text: [...verdicts, ...said, ...next, ...to.notices].join(' ').replaceAll('`', ''), blocks };
}

function sayFix(lead: FindingAnswer): readonly string[] {
  const [fix] = decidedCause(lead)?.fixes ?? [];
  return fix ? [`Do first: ${fix.title}.`] : [];
}

/** One of several errors is named, the only one is not. */
function verdictBlocks({ says, title, quotes, ask }: FixVerdict, { fixVerdicts }: Reply): readonly Block[] {
  const named = fixVerdicts.length > 1 ? `${title}: ` : '';
  const shown = quotes.filter(({ text }) => text !== '').slice(0, SHOWN_QUOTES);
  return richText(
    paragraph(boldProse(`${named}${says}`)),
    bullets(
      shown.map((quote): readonly Inline[] => [...words(`${nameQuotes([quote])} `), ...code(quote.text.slice(0, 200))]),
    ),
    ask ? [...paragraph(prose(`${ask.do} Paste here what it prints.`)), ...preformatted(ask.run)] : [],
  );
}

function changeBlocks({ kind }: CaseChange, lead: FindingAnswer, { fixVerdicts }: Reply): readonly Block[] {
  if (NEW_CAUSE.has(kind)) return [...richText(whereParts(kind, lead), causeParts(lead)), ...nextBlocks(lead)];
  if (NEW_ORDER.has(kind)) return [...richText(orderParts(lead)), ...nextBlocks(lead)];
  return fixVerdicts.length > 0 || decidedCause(lead) ? [] : richText(checkCommand(lead));
}

function whereParts(kind: CaseChange['kind'], lead: FindingAnswer): readonly Part[] {
  if (kind !== 'found' && kind !== 'new-error' && kind !== 'explained') return [];
  return [
    ...paragraph(prose(lead.where)),
    ...paragraph(words(lead.userSees === '' ? '' : 'For users: '), prose(lead.userSees)),
  ];
}

function causeParts(lead: FindingAnswer): readonly Part[] {
  const decided = decidedCause(lead);
  return decided ? evidenceBullets(decided.evidence, 3, lead) : orderParts(lead);
}

function orderParts(lead: FindingAnswer): readonly Part[] {
  const listed = listedCauses(lead).slice(0, 3);
  if (listed.length === 0) return [];
  const order = listed.map(({ title }) => `${lead.causes.findIndex((cause) => cause.title === title) + 1}. ${title}`);
  return paragraph(words('The order now: '), prose(order.join(' · ')));
}

/** The first fix and how to see that it worked, where the cause is known; else the next check. */
function nextBlocks(lead: FindingAnswer): readonly Block[] {
  const [fix] = decidedCause(lead)?.fixes ?? [];
  if (fix) return [...richText(beginningOf(fix)), ...richText(verificationOf(lead, 'Verify:'))];
  return lead.nextCheck ? richText(checkParts(lead.nextCheck, 'Decides between them:', lead, listedCauses(lead))) : [];
}

/** A long fix is begun here, and goes on behind the button. */
function beginningOf(fix: FixAnswer): readonly Part[] {
  const left = fix.steps.length - SHOWN_STEPS;
  if (left <= 1) return fixParts(fix, 'Do:');
  return [
    ...fixParts({ ...fix, steps: fix.steps.slice(0, SHOWN_STEPS), undo: null, sideEffects: null }, 'Do:'),
    ...paragraph(words(`and ${left} more steps, in the full answer.`)),
  ];
}

const checkCommand = ({ nextCheck }: FindingAnswer): readonly Part[] => (nextCheck ? preformatted(nextCheck.run) : []);
