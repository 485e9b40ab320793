import { toDrawable, toDrawableLines } from '../core/reply/drawable.ts';
import type { FixAnswer, StepAnswer, VerificationAnswer } from '../core/reply/reply.ts';
import type { Look } from './look.ts';
import { wrap } from './wrap.ts';

const RISKS: Readonly<Record<FixAnswer['risk'], string>> = {
  'read-only': 'changes nothing',
  safe: 'low risk',
  risky: 'risky: think first',
};

/** A command on a line of its own, never wrapped, so that a triple click copies it. */
export function textOfCommand(run: string, look: Look): string {
  return `    ${look.paint.command(toDrawable(run))}`;
}

/** One fix: what to do, step by step, with its risk and the way back. */
export function textOfFix(fix: FixAnswer, lead: string, look: Look, indent = ''): readonly string[] {
  const steps = fix.steps.flatMap((step, index) => textOfStep(step, `${indent}  ${index + 1}. `, look));
  return [
    ...wrap(`${fix.title} (${RISKS[fix.risk]})`, look.columns, `${indent}${lead} `),
    ...steps,
    ...labelled(`${indent}  Side effects`, fix.sideEffects, look),
    ...labelled(`${indent}  Undo`, fix.undo, look),
    ...labelled(`${indent}  Not tried by us`, fix.unconfirmed, look),
  ];
}

function textOfStep(step: StepAnswer, number: string, look: Look): readonly string[] {
  const place = step.in === null ? [] : wrap(`in ${step.in}:`, look.columns, ' '.repeat(number.length));
  const change = step.change === null ? [] : toDrawableLines(step.change).map((line) => `    ${line}`.trimEnd());
  return [
    ...wrap(step.do, look.columns, number),
    ...(step.run === null ? [] : [textOfCommand(step.run, look)]),
    ...(step.change === null ? [] : [...place, ...change]),
  ];
}

/** What shows that the fix worked, each with the output to expect. */
export function textOfVerification(verification: readonly VerificationAnswer[], look: Look): readonly string[] {
  return verification.flatMap((item) => [
    ...wrap(item.do, look.columns, '  '),
    textOfCommand(item.run, look),
    ...wrap(item.expect, look.columns, '  \u2192 '),
  ]);
}

function labelled(label: string, text: string | null, look: Look): readonly string[] {
  return text === null ? [] : wrap(text, look.columns, `${label}: `);
}
