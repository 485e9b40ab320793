import type { CauseAnswer, FindingAnswer, Reply } from '../../core/reply/reply.ts';
import type { Block, OutgoingMessage } from '../outgoing/message.ts';
import { checkParts, evidenceBullets } from './cause-parts.ts';
import { nameLines } from './name-lines.ts';
import { headline, smallPrint } from './plain-blocks.ts';
import { bold, bullets, code, type Inline, link, paragraph, prose, richText, words } from './rich-text.ts';
import { fixParts } from './step-parts.ts';

/** Everything that is known about what was found: all causes with their evidence and fixes, checks, what won't help, how
 * to prevent it, and where it is written. */
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
      paragraph(words('nginx wrote: '), code(answer.message)),
      paragraph(prose(answer.meaning)),
    ),
    ...answer.causes.flatMap((cause, index) => causeBlocks(cause, index + 1)),
    ...answer.checks.flatMap((check) => richText(checkParts(check, 'Check:', answer, answer.causes))),
    ...listBlocks(
      "Won't help",
      answer.myths.map(({ claim, why }) => [...prose(claim), ...words(' — '), ...prose(why)]),
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

/** A block for the cause and one for each fix, so that a long answer can be split between them. */
function causeBlocks(cause: CauseAnswer, number: number): readonly Block[] {
  const versions = cause.versions === null ? '' : ` (${cause.versions})`;
  return [
    { type: 'divider' },
    ...richText(
      paragraph(bold(`${number}. ${cause.title}`), words(` — ${cause.confidence}${versions}`)),
      paragraph(prose(cause.why)),
      evidenceBullets(cause.evidence, 5),
      cause.ask === null ? [] : paragraph(words('Ask: ', { italic: true }), prose(cause.ask)),
    ),
    ...cause.fixes.flatMap((fix) => richText(fixParts(fix, 'Fix:'))),
  ];
}

function listBlocks(title: string, items: readonly (readonly Inline[])[]): readonly Block[] {
  return items.length === 0 ? [] : richText(paragraph(bold(title)), bullets(items));
}
