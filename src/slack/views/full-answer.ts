import type { CauseAnswer, FindingAnswer, Reply } from '../../core/reply/reply.ts';
import type { Block, OutgoingMessage } from '../outgoing/message.ts';
import { checkParts, evidenceBullets } from './cause-parts.ts';
import { mythItem } from './myth-item.ts';
import { nameLines } from './name-lines.ts';
import { headline, smallPrint } from './plain-blocks.ts';
import {
  bold,
  boldProse,
  bullets,
  code,
  type Inline,
  link,
  type Part,
  paragraph,
  prose,
  richText,
  words,
} from './rich-text.ts';
import { fixParts } from './step-parts.ts';

const IN_FULL = 6;

/** What is known about everything that was found: all causes, the first ones with their fixes step by step, checks, what
 * won't help, how to prevent it, and where it is written. */
export function toFullAnswer(reply: Reply): OutgoingMessage {
  const blocks = reply.answers.flatMap(findingBlocks);
  const causes =
    reply.answers[0]?.causes.map(({ title, confidence }, index) => `${index + 1}. ${title} (${confidence}).`) ?? [];
  return { text: [`All causes of: ${reply.headline}.`, ...causes].join(' '), blocks };
}

function findingBlocks(answer: FindingAnswer): readonly Block[] {
  return [
    ...headline(answer.title),
    ...richText(
      paragraph(prose(answer.where)),
      routePart(answer),
      paragraph(words('nginx wrote: '), code(answer.message)),
      paragraph(prose(answer.meaning)),
    ),
    ...answer.causes.slice(0, IN_FULL).flatMap((cause, index) => causeBlocks(cause, index + 1, answer)),
    ...restBlocks(answer),
    ...answer.checks.flatMap((check) => richText(checkParts(check, 'Check:', answer))),
    ...listBlocks(
      'Often advised, and wrong here',
      answer.myths.map(({ claim, why }) => mythItem(claim, why)),
    ),
    ...listBlocks('So that it stays away', answer.prevention.map(prose)),
    ...listBlocks(
      'References',
      answer.references.map(({ title, url }) => (url === undefined ? code(title) : link(url, title))),
    ),
    ...smallPrint([
      `${answer.entry ?? answer.signature.template} · from ${nameLines(answer.lines)} · written by ${answer.signature.source}, ${answer.signature.function}()`,
    ]),
  ];
}

/** The way through the pasted configuration. */
const routePart = ({ route }: FindingAnswer): readonly Part[] =>
  route === null ? [] : paragraph(prose(route.text), words(` (${nameLines([...new Set(route.lines)])})`));

/** A block for the cause and one for each fix, so that a long answer can be split between them. */
function causeBlocks(cause: CauseAnswer, number: number, answer: FindingAnswer): readonly Block[] {
  const versions = cause.versions === null ? '' : ` (${cause.versions})`;
  return [
    { type: 'divider' },
    ...richText(
      paragraph(boldProse(`${number}. ${cause.title}`), words(` — ${cause.confidence}${versions}`)),
      paragraph(prose(cause.why)),
      evidenceBullets(cause.evidence, 5, answer),
      cause.ask === null ? [] : paragraph(words('Ask: ', { italic: true }), prose(cause.ask)),
    ),
    ...cause.fixes.flatMap((fix) => richText(fixParts(fix, 'Fix:'))),
  ];
}

/** The less likely causes, each with why, what speaks against it, and the titles of its fixes. */
function restBlocks(answer: FindingAnswer): readonly Block[] {
  const rest = answer.causes.slice(IN_FULL);
  if (rest.length === 0) return [];
  const items = rest.flatMap((cause, index) => [
    ...paragraph(boldProse(`${IN_FULL + index + 1}. ${cause.title}`), words(` — ${cause.confidence}`)),
    ...paragraph(prose(cause.why)),
    ...paragraph(prose(cause.fixes.map(({ title }) => `Fix: ${title}`).join(' · '))),
    ...evidenceBullets(cause.evidence, 1, answer),
  ]);
  return [{ type: 'divider' }, ...richText(items)];
}

function listBlocks(title: string, items: readonly (readonly Inline[])[]): readonly Block[] {
  return items.length === 0 ? [] : richText(paragraph(bold(title)), bullets(items));
}
