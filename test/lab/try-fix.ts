import type { Answer } from '../../src/answer.ts';
import type { CauseAnswer, FindingAnswer, FixAnswer } from '../../src/core/reply/reply.ts';
import { carryOutFix } from './carry-out-fix.ts';
import type { Lab } from './lab.ts';
import { type Captured, toPaste } from './levels.ts';
import type { Fixed } from './result.ts';
import { createRunner } from './run-command.ts';
import type { FixPlan, Scenario, Stage } from './scenario.ts';
import { type Verified, verify } from './verify.ts';

/** Verifies that the fault is there, carries out the entry's fix for the true cause, and verifies that the fault is gone. */
export async function tryFix(
  scenario: Scenario,
  stage: Stage,
  captured: Captured,
  answer: Answer,
  lab: Lab,
): Promise<Fixed> {
  const plan = scenario.fix;
  const title = 'marked' in plan ? plan.marked : plan.title;
  const finding = answer(toPaste(captured, 'all')).answers.find(({ entry }) => entry === scenario.entry);
  const cause = finding?.causes.find(({ id }) => id === scenario.cause);
  const fix = cause?.fixes.find((one) => one.title.startsWith(title));
  if (!finding || !cause || !fix) return toFailed(title, `${scenario.entry}, ${scenario.cause} has no such fix`);
  if ('marked' in plan)
    return fix.unconfirmed === null
      ? toFailed(fix.title, 'the entry does not mark this fix')
      : { title: fix.title, unconfirmed: fix.unconfirmed };
  const { template } = finding.signature;
  const isStillWritten = (lines: string): boolean =>
    lines.includes(scenario.line) || answer(lines).answers.some(({ signature }) => signature.template === template);
  return applyAndVerify(scenario, plan, { finding, cause, fix }, isStillWritten, stage, lab);
}

const toFailed = (title: string, problem: string): Fixed => ({
  title,
  problems: [`${title}: ${problem}`],
  done: [],
  byWords: [],
  left: [],
  standIns: [],
  verified: [],
  lineStays: null,
});

/** What the engine advises about the fault. */
interface Advice {
  readonly finding: FindingAnswer;
  readonly cause: CauseAnswer;
  readonly fix: FixAnswer;
}

async function applyAndVerify(
  scenario: Scenario,
  plan: FixPlan,
  { finding, cause, fix }: Advice,
  isStillWritten: (lines: string) => boolean,
  stage: Stage,
  lab: Lab,
): Promise<Fixed> {
  const runner = createRunner(lab, stage);
  const check = (): Promise<readonly Verified[]> => verify(cause.verification, scenario, plan, stage, runner, lab);
  const before = await check();
  const carriedOut = await carryOutFix(fix, plan, stage, runner, lab);
  const mark = stage.nginx.logs.mark();
  const verified = await check();
  const fresh = stage.nginx.logs.errors(mark);
  const { lineStays = null } = plan;
  return {
    ...carriedOut,
    title: fix.title,
    verified,
    lineStays,
    standIns: [...carriedOut.standIns, ...verified.flatMap(({ standIns }) => standIns)],
    problems: [
      ...carriedOut.problems,
      ...(finding.severity === 'harmless' ? [] : findDeafness(before)),
      ...findFailures(verified),
      ...(lineStays === null && isStillWritten(fresh) ? [`after the fix nginx still writes: ${fresh}`] : []),
    ],
  };
}

/** A verification that can't fail proves nothing: one of its commands must notice the fault while it is there. */
function findDeafness(before: readonly Verified[]): readonly string[] {
  if (before.some(({ isGone }) => isGone === false)) return [];
  return [`no verification notices the fault before the fix: ${before.map(({ printed }) => printed).join(' | ')}`];
}

function findFailures(after: readonly Verified[]): readonly string[] {
  const failed = after.filter(({ isGone }) => isGone === false);
  return [
    ...failed.map(({ command, printed }) => `after the fix, ${command} prints: ${printed}`),
    ...(after.some(({ isGone }) => isGone !== null) ? [] : ['no verification could run']),
  ];
}
