import type { FixAnswer, StepAnswer, VerificationAnswer } from '../../core/reply/reply.ts';
import { bold, type Part, paragraph, preformatted, prose, words } from './rich-text.ts';

const RISKS: Readonly<Record<FixAnswer['risk'], string>> = {
  'read-only': 'changes nothing',
  safe: 'low risk',
  risky: 'risky: think first',
};

/** A fix with its risk, its steps and the way back. `lead` comes before its title. */
export function fixParts(fix: FixAnswer, lead: string): readonly Part[] {
  const back = [
    fix.undo === null ? null : `Undo: ${fix.undo}`,
    fix.sideEffects === null ? null : `Side effects: ${fix.sideEffects}`,
    fix.unconfirmed === null ? null : `Not tried by us: ${fix.unconfirmed}`,
  ].filter((line) => line !== null);
  return [
    ...paragraph(bold(`${lead} `), prose(fix.title), words(` — ${RISKS[fix.risk]}`, { italic: true })),
    ...fix.steps.flatMap((step, index) => stepParts(step, fix.steps.length > 1 ? `${index + 1}. ` : '')),
    ...paragraph(prose(back.join('\n'))),
  ];
}

/** One step: what to do, and the command or the lines to write. */
export function stepParts(step: StepAnswer, number: string): readonly Part[] {
  const place = step.in === null ? '' : ` (${step.in})`;
  return [
    ...paragraph(words(number), prose(`${step.do}${place}`)),
    ...(step.run === null ? [] : preformatted(step.run)),
    ...(step.change === null ? [] : preformatted(step.change)),
  ];
}

/** A command that shows whether it is fixed, and what it prints then. */
export function verificationParts({ do: what, run, expect }: VerificationAnswer, lead: string): readonly Part[] {
  return [
    ...paragraph(bold(`${lead} `), prose(what)),
    ...preformatted(run),
    ...paragraph(bold('Fixed when: '), prose(expect)),
  ];
}
