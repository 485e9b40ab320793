import type { Diagnosis } from '../diagnose/diagnose.ts';
import { type Finding, severityOf } from '../identify/finding.ts';
import type { FixEvidence } from './fix-evidence.ts';
import type { FixVerdict } from './fix-verdict.ts';
import { judgeFix } from './judge-fix.ts';
import type { Moment } from './moment.ts';
import { sideOf } from './side-of.ts';

const MOST_VERDICTS = 5;

/** A verdict and from when it counts. */
export interface JudgedFinding {
  readonly verdict: FixVerdict;
  readonly moment: Moment;
}

/** Judges every error that was to be fixed, in the order of the diagnoses: those that stand for themselves, matter, and (`known`)
 * were there before the change. `momentOf` tells when the fix of one took effect; null where it is not judged. */
export function judgeFindings(
  diagnoses: readonly Diagnosis[],
  momentOf: (finding: Finding) => Moment | null,
  shared: Omit<FixEvidence, 'finding' | 'moment'>,
  which: 'known' | 'all',
): readonly JudgedFinding[] {
  return diagnoses
    .filter(({ finding, consequenceOf }) => consequenceOf === null && severityOf(finding) !== 'harmless')
    .flatMap(({ finding }): JudgedFinding[] => {
      const moment = momentOf(finding);
      if (!moment || (which === 'known' && isNewSince(finding, moment, shared.zone))) return [];
      const verdict = judgeFix({ ...shared, finding, moment });
      return verdict ? [{ verdict, moment }] : [];
    })
    .slice(0, MOST_VERDICTS);
}

/** An error that came after the change is another one: no fix was meant for it. */
function isNewSince({ records }: Finding, moment: Moment, zone: number | null): boolean {
  return records.every((record) => sideOf(record, moment, zone) === 'after');
}
