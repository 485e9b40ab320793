import type { Reply } from '../../core/reply/reply.ts';
import type { Block } from '../outgoing/message.ts';
import { exampleButton } from './buttons.ts';
import { nameLines } from './name-lines.ts';
import { smallPrint } from './plain-blocks.ts';
import { bold, bullets, code, paragraph, prose, richText, words } from './rich-text.ts';
import type { ShownTo } from './shown-to.ts';

const SHOWN_LINES = 3;

/** Friendly words where there is nothing to diagnose; an example to click where there was no log at all. */
export function noAnswerBlocks(reply: Reply, to: ShownTo): readonly Block[] {
  const unknown = reply.unknown.slice(0, SHOWN_LINES);
  const lines = unknown.map(({ lines, text }) => [...words(`${nameLines(lines)} `), ...code(text.slice(0, 200))]);
  return [
    ...richText(paragraph(bold(reply.headline)), paragraph(prose(reply.note ?? '')), bullets(lines)),
    ...(reply.kind === 'no-log' ? [exampleButton()] : []),
    ...smallPrint(to.notices),
  ];
}
