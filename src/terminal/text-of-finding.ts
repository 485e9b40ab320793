import type { CheckAnswer, FindingAnswer, VerificationAnswer } from '../core/reply/reply.ts';
import type { Look } from './look.ts';
import { decidedCause, numberedCauses, textOfCauses } from './text-of-causes.ts';
import { textOfCommand, textOfFix, textOfVerification } from './text-of-steps.ts';
import { wrap } from './wrap.ts';

/** Everything about one finding, most needed first: what happened, what users saw, why, what to do, how to see that it worked. */
export function textOfFinding(answer: FindingAnswer, headline: string, look: Look): readonly string[] {
  return [
    ...wrap(headline, look.columns).map((line) => look.paint.headline(answer.severity, line)),
    ...wrap(answer.where.replaceAll('`', ''), look.columns),
    ...textOfRoute(answer, look),
    ...wrap(answer.userSees, look.columns),
    '',
    ...wrap(answer.meaning, look.columns),
    ...wrap(answer.message, look.columns, `${look.nameLines([answer.line])}: `),
    ...textOfCauses(answer, look),
    ...textOfChecks(answer, look),
    ...textOfFirstFix(answer, look),
    ...textOfProof(answer, look),
    ...textOfMyths(answer, look),
    ...(look.detail === 'full' ? textOfBackground(answer, look) : []),
    '',
    ...wrap(footer(answer, look), look.columns),
  ];
}

/** The way through the configuration, with the lines in the order of its steps. */
function textOfRoute({ route }: FindingAnswer, look: Look): readonly string[] {
  if (route === null) return [];
  return wrap(`${route.text.replaceAll('`', '')} (${look.nameLines([...new Set(route.lines)])})`, look.columns);
}

function textOfChecks(answer: FindingAnswer, look: Look): readonly string[] {
  if (answer.nextCheck === null) return [];
  const rest = answer.checks.filter((check) => check.id !== answer.nextCheck?.id);
  return [
    '',
    ...textOfCheck(answer.nextCheck, 'Decides between them: ', answer, look),
    ...(look.detail === 'full' ? rest.flatMap((check) => textOfCheck(check, 'Also: ', answer, look)) : []),
  ];
}

function textOfCheck(check: CheckAnswer, lead: string, answer: FindingAnswer, look: Look): readonly string[] {
  const outcomes = check.outcomes.flatMap(({ shows, means }) =>
    wrap(`${shows} \u2192 ${nameCauses(means, answer, look)}`, look.columns, '  '),
  );
  return [...wrap(`${lead}${check.do}`, look.columns), textOfCommand(check.run, look), ...outcomes];
}

/** The numbers that the causes have above; of those without one, the first by its id where nothing else is named. */
function nameCauses(ids: readonly string[], answer: FindingAnswer, look: Look): string {
  const numbered = numberedCauses(answer, look).map((cause) => cause.id);
  const numbers = ids.filter((id) => numbered.includes(id)).map((id) => `${numbered.indexOf(id) + 1}`);
  const others = ids.filter((id) => !numbered.includes(id));
  if (ids.length === 0) return 'none of these';
  const named = numbers.length > 0 ? numbers : others.slice(0, 1);
  const left = ids.length - named.length;
  return left === 0 ? named.join(', ') : `${named.join(', ')} and ${left} ${left === 1 ? 'other' : 'others'}`;
}

/** The fix for the cause that is decided; else for the first, and it says so. In full, undecided causes have theirs beside them. */
function textOfFirstFix(answer: FindingAnswer, look: Look): readonly string[] {
  const decided = decidedCause(answer);
  if (look.detail === 'full')
    return decided ? decided.fixes.flatMap((fix) => ['', ...textOfFix(fix, 'Do:', look)]) : [];
  const cause = decided ?? numberedCauses(answer, look)[0];
  const [fix, ...others] = cause?.fixes ?? [];
  if (!fix) return [];
  const lead = decided || answer.causes.length === 1 ? 'Do:' : 'If it is 1:';
  const alternatives = others.map((other) => other.title).join(' \u00b7 ');
  return [
    '',
    ...textOfFix(fix, lead, look),
    ...(alternatives === '' ? [] : wrap(alternatives, look.columns, '  Or: ')),
  ];
}

function textOfProof(answer: FindingAnswer, look: Look): readonly string[] {
  const verification = verificationFor(answer);
  const shown = look.detail === 'full' ? verification : verification.slice(0, 2);
  return shown.length === 0 ? [] : ['', 'Fixed when', ...textOfVerification(shown, look)];
}

function verificationFor(answer: FindingAnswer): readonly VerificationAnswer[] {
  const own = decidedCause(answer)?.verification ?? [];
  return own.length > 0 ? own : answer.verification;
}

function textOfMyths(answer: FindingAnswer, look: Look): readonly string[] {
  const myths = look.detail === 'full' ? answer.myths : answer.myths.slice(0, 2);
  if (myths.length === 0) return [];
  return [
    '',
    'Often advised, and no help here',
    ...myths.flatMap(({ claim, why }) => wrap(`${claim.replace(/\.$/, '')} \u2014 ${why}`, look.columns, '  \u00b7 ')),
  ];
}

function textOfBackground(answer: FindingAnswer, look: Look): readonly string[] {
  const references = answer.references.map(
    ({ title, url }) => `  \u00b7 ${url === undefined ? title : `${title}: ${url}`}`,
  );
  return [
    ...section(
      'So that it stays away',
      answer.prevention.flatMap((text) => wrap(text, look.columns, '  \u00b7 ')),
    ),
    ...section(
      'References',
      references.map((line) => wrap(line, Number.MAX_SAFE_INTEGER).join('')),
    ),
    ...section('Written by', wrap(`${answer.signature.source}, ${answer.signature.function}()`, look.columns, '  ')),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

function footer(answer: FindingAnswer, look: Look): string {
  const confirmed = answer.causes.some((cause) => cause.confidence === 'confirmed');
  const sure = answer.causes.length === 0 || confirmed ? '' : ' \u00b7 nothing here is confirmed';
  const more = answer.entry === null ? '' : ` \u00b7 nginx-why explain ${answer.entry}`;
  return `${answer.entry ?? answer.signature.template} \u00b7 from ${look.nameLines(answer.lines)}${sure}${more}`;
}
