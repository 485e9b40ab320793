import type { CheckAnswer, FindingAnswer, VerificationAnswer } from '../core/reply/reply.ts';
import { escapeMarkdown, toCodeBlock, toCodeSpan } from './escape-markdown.ts';
import { markdownOfCause } from './markdown-of-cause.ts';

/** Names pasted lines for their reader, from their 1-based numbers: `line 9`, `error.log:9`. */
export type NameLines = (lines: readonly number[]) => string;

/** One finding under a heading of its own. */
export function markdownOfFinding(answer: FindingAnswer, headline: string, nameLines: NameLines): readonly string[] {
  const paragraphs = [answer.where, ...route(answer, nameLines), answer.userSees, answer.meaning]
    .map(escapeMarkdown)
    .filter((text) => text !== '');
  return [
    `## ${escapeMarkdown(headline)}`,
    ...paragraphs.flatMap((text) => ['', text]),
    '',
    `${escapeMarkdown(`${nameLines(answer.lines)}:`)} ${toCodeSpan(answer.message)}`,
    ...consequence(answer),
    ...causes(answer, nameLines),
    ...section('Decides between them', answer.nextCheck === null ? [] : markdownOfCheck(answer.nextCheck, answer)),
    ...section('Fixed when', answer.verification.flatMap(markdownOfVerification)),
    ...section(
      'Often advised, and no help here',
      answer.myths.map(
        ({ claim, why }) => `- ${escapeMarkdown(claim.replace(/\.$/, ''))} \u2014 ${escapeMarkdown(why)}`,
      ),
    ),
    ...section(
      'So that it stays away',
      answer.prevention.map((text) => `- ${escapeMarkdown(text)}`),
    ),
    ...section('References', answer.references.map(markdownOfReference)),
  ];
}

const route = ({ route: way }: FindingAnswer, nameLines: NameLines): readonly string[] =>
  way === null ? [] : [`${way.text} (${nameLines([...new Set(way.lines)])})`];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines];

function consequence({ consequenceOf }: FindingAnswer): readonly string[] {
  return consequenceOf === null ? [] : ['', `A consequence of ${toCodeSpan(consequenceOf)}.`];
}

function causes(answer: FindingAnswer, nameLines: NameLines): readonly string[] {
  const title = answer.causes[0]?.confidence === 'confirmed' ? 'Why' : 'Why (nothing here is confirmed)';
  return section(
    title,
    answer.causes.flatMap((cause, index) => markdownOfCause(cause, index + 1, nameLines)),
  );
}

function markdownOfCheck(check: CheckAnswer, answer: FindingAnswer): readonly string[] {
  const ids = answer.causes.map((cause) => cause.id);
  return [
    escapeMarkdown(check.do),
    '',
    ...toCodeBlock([check.run], 'sh'),
    '',
    ...check.outcomes.map(({ shows, means }) => {
      const numbers = means.map((id) => (ids.includes(id) ? `${ids.indexOf(id) + 1}` : toCodeSpan(id)));
      return `- ${escapeMarkdown(shows)} \u2192 ${numbers.join(', ') || 'none of these'}`;
    }),
  ];
}

function markdownOfVerification(item: VerificationAnswer): readonly string[] {
  return [
    escapeMarkdown(item.do),
    '',
    ...toCodeBlock([item.run], 'sh'),
    '',
    `\u2192 ${escapeMarkdown(item.expect)}`,
    '',
  ];
}

/** The one link that Markdown may hold: an address that an entry names, never one of the paste. */
function markdownOfReference({ title, url }: FindingAnswer['references'][number]): string {
  if (url === undefined || !/^https:\/\/[\w./?=&#%~+:-]+$/.test(url)) return `- ${escapeMarkdown(title)}`;
  return `- ${escapeMarkdown(title)}: <${url}>`;
}
