import type { FindingAnswer, LineVerdict, Reply } from '../core/reply/reply.ts';
import type { Look } from './look.ts';
import { textOfFinding } from './text-of-finding.ts';
import { textOfTimeline } from './text-of-timeline.ts';
import { textOfVerdicts } from './text-of-verdicts.ts';
import { wrap } from './wrap.ts';

/** So many findings are told; the others are named in a line each, unless all of it is asked for. */
export const SHOWN_ANSWERS = 3;
const SHOWN_UNKNOWN = 3;

/** What a terminal tells of a reply. */
export type Told = Pick<Reply, 'headline' | 'note' | 'answers' | 'fixVerdicts' | 'timeline' | 'unknown'>;

/** A reply for a terminal: plain lines, prose wrapped, commands whole. Where fixes were judged, only what still fails is explained again. Ends
 * with a line break. No control character of the paste reaches it, whatever the reply holds; the only escape sequences are those of
 * `look.paint`. */
export function toText(reply: Told, look: Look): string {
  const { fixVerdicts } = reply;
  const isJudged = fixVerdicts.length > 0 && look.detail === 'short';
  const failing = new Set(fixVerdicts.flatMap(({ kind, entry }) => (kind === 'still-failing' ? [entry] : [])));
  const answers = isJudged ? reply.answers.filter(({ entry }) => failing.has(entry)) : reply.answers;
  const blocks = [
    textOfVerdicts(fixVerdicts, look),
    ...(isJudged && answers.length === 0 ? [] : textOfAnswers(answers, reply, look)),
    ...(isJudged ? [] : [textOfTimeline(reply.timeline, look), textOfUnknown(reply, look)]),
  ].filter((block) => block.length > 0);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function textOfAnswers(
  [first, ...others]: readonly FindingAnswer[],
  reply: Told,
  look: Look,
): readonly (readonly string[])[] {
  if (!first) return [[...wrap(reply.headline, look.columns), ...textOfNote(reply, look)]];
  const standing = others.filter(
    ({ inBrief, consequenceOf }) => !inBrief && (look.detail === 'full' || consequenceOf === null),
  );
  const shown = look.detail === 'full' ? standing : standing.slice(0, SHOWN_ANSWERS - 1);
  return [
    textOfFinding(first, first.title, look),
    ...shown.map((answer) => ['\u2014'.repeat(3), '', ...textOfFinding(answer, answer.title, look)]),
    textOfRest(
      others.filter((answer) => !shown.includes(answer)),
      look,
    ),
    textOfNote(reply, look),
  ];
}

function textOfNote(reply: Told, look: Look): readonly string[] {
  return reply.note === null ? [] : wrap(reply.note, look.columns);
}

function textOfRest(answers: readonly FindingAnswer[], look: Look): readonly string[] {
  if (answers.length === 0) return [];
  const more = look.detail === 'full' ? 'for causes and fixes, give me their lines alone' : 'all of it: --all';
  return [`Also in these lines (${more})`, ...answers.flatMap((answer) => textOfOneLine(answer, look))];
}

function textOfOneLine(answer: FindingAnswer, look: Look): readonly string[] {
  const name = answer.entry ?? answer.message;
  const relation = answer.consequenceOf === null ? '' : `, a consequence of ${answer.consequenceOf}`;
  return wrap(
    `${answer.title} (${answer.count}\u00d7, ${look.nameLines(answer.lines)}${relation}): ${name}`,
    look.columns,
    '  \u00b7 ',
  );
}

function textOfUnknown({ unknown }: Told, look: Look): readonly string[] {
  if (unknown.length === 0) return [];
  const shown = look.detail === 'full' ? unknown : unknown.slice(0, SHOWN_UNKNOWN);
  const left = unknown.length - shown.length;
  return [
    "Lines of nginx's that I don't know",
    ...shown.flatMap((line) => textOfUnknownLine(line, look)),
    ...(left > 0 ? [`  and ${left} more (all of them: --all)`] : []),
  ];
}

const textOfUnknownLine = ({ lines, text }: LineVerdict, look: Look): readonly string[] =>
  wrap(text, look.columns, `  \u00b7 ${look.nameLines(lines)}: `);
