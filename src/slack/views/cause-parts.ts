import type { CauseAnswer, CheckAnswer, EvidenceAnswer, FindingAnswer } from '../../core/reply/reply.ts';
import { nameLines } from './name-lines.ts';
import { bold, bullets, code, type Inline, type Part, paragraph, preformatted, prose, words } from './rich-text.ts';

const SHOWN_CAUSES = 3;
const MOST_CAUSES = 5;
const SHOWN_QUOTES = 2;

/** The cause that the paste decides for; null while it can't tell. */
export function decidedCause({ causes: [first] }: FindingAnswer): CauseAnswer | null {
  return first && (first.confidence === 'confirmed' || first.confidence === 'likely') ? first : null;
}

/** The causes that a short answer numbers: the first ones, and those that its check decides between. */
export function numberedCauses({ causes, nextCheck }: FindingAnswer): readonly CauseAnswer[] {
  const decisive = new Set(nextCheck?.outcomes.flatMap(({ means }) => means) ?? []);
  const candidates = causes.filter(({ confidence }) => confidence !== 'unlikely');
  return candidates.filter(({ id }, index) => index < SHOWN_CAUSES || decisive.has(id)).slice(0, MOST_CAUSES);
}

/** The evidence, strongest first: the pasted line, and why it says so. */
export function evidenceBullets(evidence: readonly EvidenceAnswer[], most: number): readonly Part[] {
  return bullets(evidence.slice(0, most).map(evidenceItem));
}

function evidenceItem({ supports, says, quotes }: EvidenceAnswer): readonly Inline[] {
  const lead = supports ? [] : words('Against it: ');
  const shown = quotes
    .slice(0, SHOWN_QUOTES)
    .flatMap(({ line, text }, index) => [
      ...words(`${index === 0 ? '' : ', '}${nameLines([line])} `),
      ...code(excerpt(text)),
    ]);
  return [...lead, ...shown, ...(shown.length === 0 ? [] : words(' — ')), ...prose(says)];
}

/** Long lines are shown from both ends: time and level stand at one, what matters often at the other. */
function excerpt(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 120)} … ${text.slice(-35)}`;
}

/** Why it happened where the paste decides it, as sure as it allows. */
export function decidedParts(cause: CauseAnswer): readonly Part[] {
  return [
    ...paragraph(bold(`Why: ${cause.title}`), words(` — ${cause.confidence}`)),
    ...paragraph(prose(cause.why)),
    ...evidenceBullets(cause.evidence, 3),
  ];
}

/** The numbered candidates where the paste can't tell, each with what speaks for it, and what was ruled less likely. */
export function undecidedParts(answer: FindingAnswer): readonly Part[] {
  const numbered = numberedCauses(answer);
  if (numbered.length === 0) return [];
  const who = answer.lines.length === 1 ? 'One line' : 'These lines';
  const against = answer.causes.filter(({ confidence }) => confidence === 'unlikely').slice(0, 1);
  return [
    ...paragraph(bold(`${who} can't tell why.`), words(' In the order in which it usually turns out:')),
    ...numbered.flatMap((cause, index) => [
      ...paragraph(
        words(`${index + 1}. `),
        prose(cause.title),
        words(cause.versions === null ? '' : ` (${cause.versions})`),
      ),
      ...evidenceBullets(cause.evidence, 1),
    ]),
    ...against.flatMap((cause) => [
      ...paragraph(words('Less likely: '), prose(cause.title)),
      ...evidenceBullets(
        cause.evidence.filter(({ supports }) => !supports),
        1,
      ),
    ]),
  ];
}

/** A check and what each outcome means; `numbered` are the causes that have a number in this message. */
export function checkParts(
  check: CheckAnswer,
  lead: string,
  answer: FindingAnswer,
  numbered: readonly CauseAnswer[],
): readonly Part[] {
  const outcomes = check.outcomes.map(({ shows, means }) => {
    const names = means.map((id) => nameCause(id, answer, numbered));
    return [...prose(shows), ...words(` → ${names.length === 0 ? 'none of these' : names.join(', ')}`)];
  });
  return [...paragraph(bold(`${lead} `), prose(check.do)), ...preformatted(check.run), ...bullets(outcomes)];
}

function nameCause(id: string, { causes }: FindingAnswer, numbered: readonly CauseAnswer[]): string {
  const number = numbered.findIndex((cause) => cause.id === id);
  if (number >= 0) return `${number + 1}`;
  return causes.find((cause) => cause.id === id)?.title ?? id;
}
