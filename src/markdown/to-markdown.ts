import type { LineVerdict, Reply } from '../core/reply/reply.ts';
import { escapeMarkdown, toCodeSpan } from './escape-markdown.ts';
import { markdownOfFinding, type NameLines } from './markdown-of-finding.ts';
import { markdownOfVerdicts } from './markdown-of-verdicts.ts';

/** A reply as GitHub-flavoured Markdown, for a ticket or an incident's notes: the same order as on a terminal, every cause with
 * its fixes. A value of the paste can't make a link, an image, HTML or a mention, nor end a block. Ends with a line break. */
export function toMarkdown(reply: Reply, nameLines: NameLines): string {
  const [first, ...others] = reply.answers;
  const findings = first
    ? [
        markdownOfFinding(first, reply.headline, nameLines),
        ...others.map((answer) => markdownOfFinding(answer, answer.title, nameLines)),
      ]
    : [[`## ${escapeMarkdown(reply.headline)}`]];
  const note = reply.note === null ? [] : [escapeMarkdown(reply.note)];
  const verdicts = markdownOfVerdicts(reply.fixVerdicts, nameLines);
  const blocks = [verdicts, ...findings, note, markdownOfUnknown(reply, nameLines)].filter((block) => block.length > 0);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function markdownOfUnknown({ unknown }: Reply, nameLines: NameLines): readonly string[] {
  if (unknown.length === 0) return [];
  return ["### Lines of nginx's that I don't know", '', ...unknown.map((line) => item(line, nameLines))];
}

const item = ({ lines, text }: LineVerdict, nameLines: NameLines): string =>
  `- ${escapeMarkdown(nameLines(lines))}: ${toCodeSpan(text)}`;
