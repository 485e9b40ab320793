import type { CauseAnswer, EvidenceAnswer, FindingAnswer } from '../core/reply/reply.ts';
import type { Look } from './look.ts';
import { textOfFix } from './text-of-steps.ts';
import { wrap } from './wrap.ts';

const SHOWN_CAUSES = 5;
const SHOWN_UNLIKELY = 2;
const SHOWN_QUOTES = 3;

/** The cause that the paste decides for; null while it can't tell. */
export function decidedCause(answer: FindingAnswer): CauseAnswer | null {
  const first = answer.causes[0];
  return first && (first.confidence === 'confirmed' || first.confidence === 'likely') ? first : null;
}

/** The causes that a short answer numbers: those that no pasted line speaks against. Their order gives the numbers. */
export function numberedCauses(answer: FindingAnswer, look: Look): readonly CauseAnswer[] {
  if (look.detail === 'full') return answer.causes;
  return answer.causes.filter((cause) => cause.confidence !== 'unlikely').slice(0, SHOWN_CAUSES);
}

/** Why it happened, with the pasted lines that say so, as sure as they allow and no surer. */
export function textOfCauses(answer: FindingAnswer, look: Look): readonly string[] {
  if (answer.causes.length === 0) return [];
  const decided = decidedCause(answer);
  return decided ? textOfDecided(decided, answer, look) : textOfUndecided(answer, look);
}

function textOfDecided(decided: CauseAnswer, answer: FindingAnswer, look: Look): readonly string[] {
  const others = numberedCauses(answer, look).filter((cause) => cause !== decided);
  return [
    '',
    ...wrap(`Why: ${decided.title} \u2014 ${decided.confidence}`, look.columns),
    ...wrap(decided.why, look.columns, '  '),
    ...textOfEvidence(decided.evidence, answer, '  ', look),
    ...(look.detail === 'full'
      ? listOfCauses('Other causes', others, 2, answer, look)
      : nameOthers(others, decided, look)),
  ];
}

function nameOthers(others: readonly CauseAnswer[], decided: CauseAnswer, look: Look): readonly string[] {
  if (others.length === 0 || decided.confidence === 'confirmed') return [];
  return wrap(`If not: ${others.map((cause) => cause.title).join(' \u00b7 ')}`, look.columns, '  ');
}

function textOfUndecided(answer: FindingAnswer, look: Look): readonly string[] {
  const who = answer.count === 1 ? "One line can't tell why." : "These lines can't tell why.";
  const intro = `${who} In the order in which it usually turns out:`;
  const against = answer.causes.filter((cause) => cause.confidence === 'unlikely');
  return [
    ...listOfCauses(intro, numberedCauses(answer, look), 1, answer, look),
    ...(look.detail === 'full' ? [] : textOfAllUnlikely(against, answer, look)),
  ];
}

function listOfCauses(
  intro: string,
  causes: readonly CauseAnswer[],
  firstNumber: number,
  answer: FindingAnswer,
  look: Look,
): readonly string[] {
  if (causes.length === 0) return [];
  return [
    '',
    ...wrap(intro, look.columns),
    ...causes.flatMap((cause, index) => listed(cause, firstNumber + index, answer, look)),
  ];
}

function listed(cause: CauseAnswer, number: number, answer: FindingAnswer, look: Look): readonly string[] {
  const lead = `${`${number}.`.padStart(4)} `;
  const body = ' '.repeat(lead.length);
  const versions = cause.versions === null ? '' : ` (${cause.versions})`;
  const sure = cause.confidence === 'possible' ? '' : ` \u2014 ${cause.confidence}`;
  return [
    ...wrap(`${cause.title}${sure}${versions}`, look.columns, lead),
    ...textOfEvidence(cause.evidence, answer, body, look),
    ...(look.detail === 'full' ? inFull(cause, body, look) : []),
  ];
}

function inFull(cause: CauseAnswer, indent: string, look: Look): readonly string[] {
  return [
    ...wrap(cause.why, look.columns, indent),
    ...(cause.ask === null ? [] : wrap(cause.ask, look.columns, `${indent}Ask: `)),
    ...cause.fixes.flatMap((fix) => textOfFix(fix, 'Fix:', look, indent)),
  ];
}

function textOfAllUnlikely(causes: readonly CauseAnswer[], answer: FindingAnswer, look: Look): readonly string[] {
  const left = causes.length - SHOWN_UNLIKELY;
  return [
    ...causes.slice(0, SHOWN_UNLIKELY).flatMap((cause) => textOfUnlikely(cause, answer, look)),
    ...(left > 0 ? [`  and ${left} more that a line speaks against (all of them: --all)`] : []),
  ];
}

function textOfUnlikely(cause: CauseAnswer, answer: FindingAnswer, look: Look): readonly string[] {
  const against = cause.evidence.filter((evidence) => !evidence.supports);
  return [...wrap(`Less likely: ${cause.title}`, look.columns, '  '), ...textOfEvidence(against, answer, '    ', look)];
}

function textOfEvidence(
  evidence: readonly EvidenceAnswer[],
  answer: FindingAnswer,
  indent: string,
  look: Look,
): readonly string[] {
  const own = new Set(answer.lines);
  return evidence.flatMap((item) =>
    item.quotes.every(({ line }) => own.has(line)) ? textOfOwn(item, indent, look) : textOfQuoted(item, indent, look),
  );
}

/** What nginx's own lines of this finding say; they are quoted above. */
function textOfOwn(item: EvidenceAnswer, indent: string, look: Look): readonly string[] {
  const lines = item.quotes.map(({ line }) => line);
  const place = lines.length === 0 ? '' : ` (${look.nameLines(lines)})`;
  return wrap(`${says(item)}${place}`, look.columns, `${indent}\u00b7 `).map((line) =>
    item.proves ? look.paint.confirmed(line) : line,
  );
}

/** What a line of another program says, in its own words. */
function textOfQuoted(item: EvidenceAnswer, indent: string, look: Look): readonly string[] {
  const quotes = item.quotes.slice(0, SHOWN_QUOTES).flatMap((quote) => {
    const lines = wrap(quote.text, look.columns, `${indent}\u00b7 ${look.nameLines([quote.line])}: `);
    return item.proves ? lines.map(look.paint.confirmed) : lines;
  });
  const left = item.quotes.slice(SHOWN_QUOTES).map((quote) => quote.line);
  const more = left.length === 0 ? [] : wrap(`and ${look.nameLines(left)}`, look.columns, `${indent}  `);
  return [...quotes, ...more, ...wrap(says(item), look.columns, `${indent}  `)];
}

const says = (item: EvidenceAnswer): string => `${item.supports ? '' : 'Against it: '}${item.says}`;
