import type { Diagnosis } from '../diagnose/diagnose.ts';
import { fillSentence } from '../fill/fill-in.ts';
import { toValues } from '../fill/to-values.ts';
import { asCode, describeLines, describePlaces } from '../reply/wording.ts';
import type { FindingChange, Reason } from './compare-finding.ts';

/** What changed about one error, and why, for its reader. */
export function sayChange(change: FindingChange): string {
  const { kind, now, cause, former, reason } = change;
  const title = cause?.cause.title ?? '';
  const why = reason ? ` (${sayReason(reason, change)})` : '';
  const sure = cause?.confidence ?? '';
  switch (kind) {
    case 'decided':
      return `That decides it: ${title} — confirmed${why}.`;
    case 'overturned':
      return `This changes the answer: not “${former?.cause.title ?? ''}”, but “${title}” — ${sure}${why}.`;
    case 'unsettled':
      return `Less sure now: “${title}” was ${former?.confidence ?? ''} and is ${sure}${why}.`;
    case 'likely':
      return `Now likely: ${title}${why}.`;
    case 'likelier':
      return sure === 'possible' ? `Likelier now: ${title}${why}.` : `One more sign of it: ${title} — ${sure}${why}.`;
    case 'less-likely':
      return `Less likely now: ${title}${why}.`;
    case 'repeated':
      return `${sayRepeated(now)} ${sayStanding(change)}`;
    case 'same':
      return `Nothing in this paste changes the picture. ${sayStanding(change)}`.trim();
    case 'unreadable':
      return `I can read nothing in this paste. ${sayStanding(change)}`.trim();
    case 'noticed':
      return `Only this is new, and it is harmless: ${titleOf(now)} (${describeLines(now.finding.tally.lines)}).`;
    case 'new-error':
    case 'found':
    case 'consequence':
    case 'explained':
      return sayNew(change);
  }
}

function sayReason({ evidence: { evidence, shown, weight }, of }: Reason, { cause }: FindingChange): string {
  const places = describePlaces(shown);
  const about = of.cause.id === cause?.cause.id ? '' : `${weight < 0 ? 'against' : 'for'} “${of.cause.title}”, `;
  return places === '' ? `${about}${evidence.says}` : `${about}${places}: ${evidence.says}`;
}

function sayNew(change: FindingChange): string {
  const { kind, now, cause, reason } = change;
  const title = titleOf(now);
  const at = describeLines(now.finding.tally.lines);
  const decided = cause
    ? ` Why: ${cause.cause.title} — ${cause.confidence}${reason ? ` (${sayReason(reason, change)})` : ''}.`
    : '';
  if (kind === 'consequence') return `Another error, a consequence of the one above: ${title} (${at}).`;
  if (kind === 'found') return `Now nginx's own line is here: ${title} (${at}).${decided}`;
  if (kind === 'explained') return `That explains the others: ${title} (${at}).${decided}`;
  return `Another error: ${title} (${at}).${decided}`;
}

function sayRepeated({ finding: { tally } }: Diagnosis): string {
  const { lines, lastAt } = tally;
  const last = lastAt === null ? '' : `, last at ${lastAt.slice(11)}`;
  return `The same error again (${describeLines(lines)}${last}), ${tally.count} times by now.`;
}

/** What stands as it did. */
function sayStanding({ now, cause }: FindingChange): string {
  if (cause && (cause.confidence === 'confirmed' || cause.confidence === 'likely'))
    return `It still is: ${cause.cause.title} — ${cause.confidence}.`;
  const { nextCheck } = now;
  return nextCheck ? `What would decide is still: ${fillSentence(nextCheck.do, toValues(now.finding))}` : '';
}

function titleOf({ finding }: Diagnosis): string {
  return finding.entry?.title ?? asCode(finding.records[0]?.message ?? finding.template, 120);
}
