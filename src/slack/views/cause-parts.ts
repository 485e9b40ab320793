import type { CauseAnswer, CheckAnswer, EvidenceAnswer, FindingAnswer } from '../../core/reply/reply.ts';
import { nameQuotes } from './name-lines.ts';
import {
  bold,
  boldProse,
  bullets,
  code,
  type Inline,
  type Part,
  paragraph,
  preformatted,
  prose,
  words,
} from './rich-text.ts';

const SHOWN_CAUSES = 3;
const MOST_CAUSES = 6;
const SHOWN_QUOTES = 2;

/** The cause that the paste decides for; null while it can't tell. */
export function decidedCause({ causes: [first] }: FindingAnswer): CauseAnswer | null {
  return first && (first.confidence === 'confirmed' || first.confidence === 'likely') ? first : null;
}

/** A cause's number is its place among all causes of its finding, the same in the short answer and in the full one. */
function numberOf(cause: CauseAnswer, { causes }: FindingAnswer): number {
  return causes.indexOf(cause) + 1;
}

/** The causes that a short answer lists: the first ones, and those that its check decides between. */
export function listedCauses({ causes, nextCheck }: FindingAnswer): readonly CauseAnswer[] {
  const decisive = new Set(nextCheck?.outcomes.flatMap(({ means }) => means) ?? []);
  const candidates = causes.filter(({ confidence }) => confidence !== 'unlikely');
  return candidates.filter(({ id }, index) => index < SHOWN_CAUSES || decisive.has(id)).slice(0, MOST_CAUSES);
}

/** The evidence, strongest first: the pasted line, and why it says so. Lines of the finding itself are named, others quoted. */
export function evidenceBullets(
  evidence: readonly EvidenceAnswer[],
  most: number,
  answer: FindingAnswer,
): readonly Part[] {
  return bullets(
    evidence
      .slice(0, most)
      .map((item) => [...words(item.supports ? '' : 'Against it: '), ...evidenceItem(item, answer)]),
  );
}

function evidenceItem(item: EvidenceAnswer, answer: FindingAnswer): readonly Inline[] {
  const { quotes, says } = item;
  if (isNamed(item, answer)) {
    const named = quotes.length === 0 ? '' : `${nameQuotes(quotes)}: `;
    return [...words(named), ...prose(says)];
  }
  const quoted = quotes
    .slice(0, SHOWN_QUOTES)
    .flatMap((quote, index) => [
      ...words(`${index === 0 ? '' : ', '}${nameQuotes([quote])} `),
      ...code(excerpt(quote.text)),
    ]);
  return [...quoted, ...words(' — '), ...prose(says)];
}

/** Long lines are shown from both ends: time and level stand at one, what matters often at the other. */
function excerpt(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 120)} … ${text.slice(-35)}`;
}

/** Why it happened where the paste decides it, as sure as it allows. */
export function decidedParts(cause: CauseAnswer, answer: FindingAnswer): readonly Part[] {
  return [
    ...paragraph(boldProse(`Why: ${cause.title}`), words(` — ${cause.confidence}`)),
    ...paragraph(prose(cause.why)),
    ...evidenceBullets(cause.evidence, 3, answer),
  ];
}

/** The numbered candidates where the paste can't tell, each with what speaks for it, and what was ruled less likely. */
export function undecidedParts(answer: FindingAnswer): readonly Part[] {
  const listed = listedCauses(answer);
  if (listed.length === 0) return [];
  const who = answer.count === 1 ? 'One line' : 'These lines';
  const against = answer.causes.filter(({ confidence }) => confidence === 'unlikely').slice(0, 1);
  return [
    ...paragraph(bold(`${who} can't tell why.`), words(' In the order in which it usually turns out:')),
    ...listed.flatMap((cause) => candidateParts(cause, answer)),
    ...against.flatMap((cause) => unlikelyParts(cause, answer)),
  ];
}

function candidateParts(cause: CauseAnswer, answer: FindingAnswer): readonly Part[] {
  const versions = cause.versions === null ? '' : ` (${cause.versions})`;
  const [best] = cause.evidence.filter(({ supports }) => supports);
  return [
    ...paragraph(words(`${numberOf(cause, answer)}. `), prose(`${cause.title}${versions}`), aside(best, answer)),
    ...(best && !isNamed(best, answer) ? evidenceBullets([best], 1, answer) : []),
  ];
}

/** A cause that a pasted line speaks against, with that line. */
function unlikelyParts(cause: CauseAnswer, answer: FindingAnswer): readonly Part[] {
  const [against] = cause.evidence.filter(({ supports }) => !supports);
  return [
    ...paragraph(words('Less likely: '), prose(cause.title), aside(against, answer)),
    ...(against && !isNamed(against, answer) ? evidenceBullets([against], 1, answer) : []),
  ];
}

/** Evidence that needs no quote, behind what it speaks for or against. */
function aside(evidence: EvidenceAnswer | undefined, answer: FindingAnswer): readonly Inline[] {
  if (!evidence || !isNamed(evidence, answer)) return [];
  const named = evidence.quotes.length === 0 ? '' : `${nameQuotes(evidence.quotes)}: `;
  return [...words(` — ${named}`), ...prose(evidence.says)];
}

/** True where the evidence stands in the finding's own lines, which the reader has just read, or of which no words are kept. */
function isNamed({ quotes }: EvidenceAnswer, { lines }: FindingAnswer): boolean {
  return quotes.every(({ line, text, paste }) => text === '' || (paste === undefined && lines.includes(line)));
}

/** A check and which causes each outcome speaks for, by their numbers. In a short answer only some are `listed`. */
export function checkParts(
  check: CheckAnswer,
  lead: string,
  answer: FindingAnswer,
  listed = answer.causes,
): readonly Part[] {
  const outcomes = check.outcomes.map(({ shows, means }) => [
    ...prose(shows),
    ...words(` → ${nameCauses(means, answer, listed)}`),
  ]);
  return [...paragraph(bold(`${lead} `), prose(check.do)), ...preformatted(check.run), ...bullets(outcomes)];
}

/** Numbers of listed causes; where none is listed, the most likely one by number and title. The rest is behind the button. */
function nameCauses(ids: readonly string[], answer: FindingAnswer, listed: readonly CauseAnswer[]): string {
  const meant = answer.causes.filter(({ id }) => ids.includes(id));
  const [first] = meant;
  if (!first) return 'none of these';
  const shown = meant.filter((cause) => listed.includes(cause));
  const names = shown.map((cause) => `${numberOf(cause, answer)}`);
  const named = names.length > 0 ? names.join(', ') : `${numberOf(first, answer)}. ${first.title.replaceAll('`', '')}`;
  return meant.length > Math.max(shown.length, 1) ? `${named}, or another` : named;
}

/** What to begin with where the paste can't tell: the first cause that nothing speaks against, with its number. */
export function firstCandidate(answer: FindingAnswer): { readonly cause: CauseAnswer; readonly number: number } | null {
  const [cause] = listedCauses(answer);
  return cause ? { cause, number: numberOf(cause, answer) } : null;
}
