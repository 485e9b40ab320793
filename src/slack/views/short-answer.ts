import type { FindingAnswer, Reply } from '../../core/reply/reply.ts';
import type { Block, OutgoingMessage } from '../outgoing/message.ts';
import { checkParts, decidedCause, decidedParts, firstCandidate, listedCauses, undecidedParts } from './cause-parts.ts';
import { closingBlocks } from './closing-blocks.ts';
import { toFollowUp } from './follow-up.ts';
import { mythItem } from './myth-item.ts';
import { nameLines } from './name-lines.ts';
import { noAnswerBlocks } from './no-answer.ts';
import { headline } from './plain-blocks.ts';
import { bold, bullets, paragraph, preformatted, prose, richText, user, words } from './rich-text.ts';
import type { RowState } from './row-state.ts';
import type { ShownTo } from './shown-to.ts';
import { fixParts, stepParts } from './step-parts.ts';
import { verificationOf } from './verification-of.ts';

const SHOWN_MYTHS = 1;
const SHOWN_OTHERS = 4;
const GO_ON = 'Paste what it prints in this thread, with a mention of me, and I go on from there.';

/** The answer as it is first seen: what happened, the best cause with its evidence, the first fix, how to see that it
 * worked; of a later paste in a case only what changed. Buttons open the rest. */
export function toShortAnswer(reply: Reply, to: ShownTo): OutgoingMessage {
  if (reply.change) return toFollowUp(reply, reply.change, to);
  const [lead, ...others] = reply.answers;
  const blocks = lead
    ? [...leadBlocks(lead, reply, to), ...otherBlocks(others, lead), ...closingBlocks(lead, reply, to)]
    : noAnswerBlocks(reply, to);
  return { text: [reply.summary, ...to.notices].join(' '), blocks };
}

function leadBlocks(lead: FindingAnswer, reply: Reply, to: ShownTo): readonly Block[] {
  const harmless = lead.severity === 'harmless';
  return [
    ...headline(harmless ? `Harmless: ${reply.headline}` : reply.headline),
    ...richText(
      to.row.sharedBy ? paragraph(words('Shared by '), user(to.row.sharedBy)) : [],
      paragraph(prose(lead.where)),
      to.row.audience === 'shared' ? preformatted(lead.text) : [],
      paragraph(lead.userSees === '' ? [] : words('For users: '), prose(lead.userSees)),
    ),
    ...richText(paragraph(prose(lead.meaning))),
    ...(harmless ? silenceBlocks(lead) : causeBlocks(lead, to.row.audience)),
  ];
}

function causeBlocks(lead: FindingAnswer, audience: RowState['audience']): readonly Block[] {
  const decided = decidedCause(lead);
  const check = lead.nextCheck;
  return [
    { type: 'divider' },
    ...richText(decided ? decidedParts(decided, lead) : undecidedParts(lead)),
    ...(check
      ? richText(
          checkParts(
            check,
            decided ? 'To be sure:' : 'Decides between them:',
            lead,
            decided ? lead.causes : listedCauses(lead),
          ),
          audience === 'thread' ? paragraph(words(GO_ON)) : [],
        )
      : []),
    { type: 'divider' },
    ...firstFixBlocks(lead),
    ...richText(verificationOf(lead, 'Verify:')),
    ...(decided ? [] : mythBlocks(lead)),
  ];
}

/** All steps where the cause is known; else only where to begin if it is the first one. */
function firstFixBlocks(lead: FindingAnswer): readonly Block[] {
  const decided = decidedCause(lead);
  if (!decided && lead.causes.length > 1) return beginningBlocks(lead);
  const [fix, ...others] = (decided ?? lead.causes[0])?.fixes ?? [];
  if (!fix) return [];
  const alternatives = others.map(({ title }) => title).join(' · ');
  return richText(fixParts(fix, 'Do:'), alternatives === '' ? [] : paragraph(words('Or: '), prose(alternatives)));
}

function beginningBlocks(lead: FindingAnswer): readonly Block[] {
  const first = firstCandidate(lead);
  const fix = first?.cause.fixes[0];
  if (!fix) return [];
  const [step] = fix.steps;
  return richText(paragraph(bold(`If it is ${first.number}: `), prose(fix.title)), step ? stepParts(step, '') : []);
}

function mythBlocks(lead: FindingAnswer): readonly Block[] {
  const items = lead.myths.slice(0, SHOWN_MYTHS).map(({ claim, why }) => mythItem(claim, why));
  return items.length === 0 ? [] : richText(paragraph(bold('Often advised, and wrong here')), bullets(items));
}

function silenceBlocks(lead: FindingAnswer): readonly Block[] {
  const fix = lead.causes[0]?.fixes[0];
  return fix ? richText(fixParts(fix, 'To silence it:')) : [];
}

function otherBlocks(others: readonly FindingAnswer[], lead: FindingAnswer): readonly Block[] {
  if (others.length === 0) return [];
  const items = others.slice(0, SHOWN_OTHERS).map((other) => {
    const why =
      other.consequenceOf !== null && other.consequenceOf === lead.entry ? ', a consequence of the above' : '';
    return [...prose(other.title), ...words(` (${nameLines(other.lines)}${why})`)];
  });
  const left = others.length - SHOWN_OTHERS;
  return richText(
    paragraph(bold('Also in these lines')),
    bullets(items),
    left > 0 ? paragraph(words(`and ${left} more, behind the button`)) : [],
  );
}
