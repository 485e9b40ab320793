import type { Answer } from '../../src/answer.ts';
import type { FindingAnswer } from '../../src/core/reply/reply.ts';
import { carryOutFix } from './carry-out-fix.ts';
import { type Lab, openLab } from './lab.ts';
import { type Captured, capture, judgeLevels, toPaste } from './levels.ts';
import type { Fixed, Result } from './result.ts';
import { createRunner } from './run-command.ts';
import type { FixPlan, Scenario, Stage } from './scenario.ts';
import { type Verified, verify } from './verify.ts';

const LIMIT_SECONDS = 60;

/** Makes the fault happen, asks the engine what it is, carries out the entry's fix and runs its verification. Cleans up whatever happens. */
export async function runScenario(name: string, scenario: Scenario, answer: Answer): Promise<Result> {
  const startedAt = performance.now();
  const lab = openLab(LIMIT_SECONDS);
  try {
    const stage = await scenario.start(lab);
    const mark = stage.nginx.logs.mark();
    await stage.provoke();
    await stage.nginx.logs.logged(scenario.line);
    await stage.nginx.settled();
    const captured = capture(stage, mark);
    const levels = judgeLevels(scenario, captured, answer);
    const fix = await tryFix(scenario, stage, captured, answer, lab);
    return {
      name,
      entry: scenario.entry,
      cause: scenario.cause,
      levels,
      fix,
      captured,
      seconds: (performance.now() - startedAt) / 1000,
      problems: [...levels.flatMap(({ problems }) => problems), ...('problems' in fix ? fix.problems : [])],
    };
  } finally {
    await lab.close();
  }
}

async function tryFix(scenario: Scenario, stage: Stage, captured: Captured, answer: Answer, lab: Lab): Promise<Fixed> {
  const plan = scenario.fix;
  if ('unconfirmed' in plan) return plan;
  const finding = answer(toPaste(captured, 'all')).answers.find(({ entry }) => entry === scenario.entry);
  if (!finding) return toFailed('the entry is not found');
  return applyAndVerify(scenario, plan, finding, stage, answer, lab);
}

const toFailed = (problem: string): Fixed => ({
  problems: [problem],
  done: [],
  byWords: [],
  left: [],
  standIns: [],
  verified: [],
  lineStays: null,
});

async function applyAndVerify(
  scenario: Scenario,
  plan: FixPlan,
  finding: FindingAnswer,
  stage: Stage,
  answer: Answer,
  lab: Lab,
): Promise<Fixed> {
  const runner = createRunner(lab, stage);
  const cause = finding.causes.find(({ id }) => id === scenario.cause);
  const fix = cause?.fixes.find(({ title }) => title.startsWith(plan.title));
  if (!cause || !fix) return toFailed(`${scenario.cause} has no fix "${plan.title}"`);
  const before = await verify(cause.verification, scenario, plan, stage, runner, lab);
  const carriedOut = await carryOutFix(fix, plan, stage, runner, lab);
  const mark = stage.nginx.logs.mark();
  const after = await verify(cause.verification, scenario, plan, stage, runner, lab);
  const fresh = stage.nginx.logs.errors(mark);
  const stays =
    fresh.includes(scenario.line) ||
    answer(fresh).answers.some((one) => one.signature.template === finding.signature.template);
  return {
    ...carriedOut,
    verified: after,
    standIns: [...carriedOut.standIns, ...after.flatMap(({ standIns }) => standIns)],
    lineStays: plan.lineStays ?? null,
    problems: [
      ...carriedOut.problems,
      ...(finding.severity === 'harmless' ? [] : findDeafness(before)),
      ...findFailures(after),
      ...(stays && plan.lineStays === undefined ? [`after the fix nginx still writes: ${fresh}`] : []),
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
