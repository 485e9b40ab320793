import type { FindingAnswer, LineVerdict, Reply } from '../../core/reply/reply.ts';
import type { Block } from '../outgoing/message.ts';
import { answerButtons } from './buttons.ts';
import { nameLines } from './name-lines.ts';
import { smallPrint } from './plain-blocks.ts';
import { paragraph, richText, user, words } from './rich-text.ts';
import type { ShownTo } from './shown-to.ts';

/** What stands below every answer: what somebody said of it, its buttons, and where it comes from in small print. */
export function closingBlocks(lead: FindingAnswer, reply: Reply, to: ShownTo): readonly Block[] {
  return [...verdictBlocks(to), ...answerButtons(lead, reply, to), ...footer(lead, reply, to)];
}

/** What somebody said of this answer by its buttons. */
function verdictBlocks({ row: { verdict } }: ShownTo): readonly Block[] {
  if (!verdict) return [];
  const says = verdict.says === 'fixed' ? ' says that this fixed it' : ' says that this is not the cause';
  return richText(paragraph(user(verdict.by), words(says)));
}

function footer(lead: FindingAnswer, { unknown, change }: Reply, { notices }: ShownTo): readonly Block[] {
  const confirmed = lead.causes.some(({ confidence }) => confidence === 'confirmed');
  const unsure = lead.causes.length > 0 && !confirmed ? ['nothing here is confirmed'] : [];
  const whole = change ? ['with all pastes of this thread'] : [];
  const line = [lead.entry ?? lead.signature.template, `from ${nameLines(lead.lines)}`, ...whole, ...unsure].join(
    ' · ',
  );
  return smallPrint([line, ...unknownLines(unknown), ...notices]);
}

function unknownLines(unknown: readonly LineVerdict[]): readonly string[] {
  const lines = unknown.flatMap(({ lines }) => lines);
  return lines.length === 0 ? [] : [`Written by nginx, and not known to me: ${nameLines(lines)}`];
}
