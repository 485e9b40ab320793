import type { FixAnswer, StepAnswer } from '../../src/core/reply/reply.ts';
import { fillForReader } from './fill-for-reader.ts';
import type { Lab } from './lab.ts';
import type { Runner } from './run-command.ts';
import type { FixPlan, Stage } from './scenario.ts';

/** What was done of a fix. */
export interface CarriedOut {
  /** Commands and changes in order, as they were carried out. */
  readonly done: readonly string[];
  /** Steps that are only words, carried out by the scenario's own code. */
  readonly byWords: readonly string[];
  /** Steps that were left out, with the reason. */
  readonly left: readonly string[];
  readonly standIns: readonly string[];
  readonly problems: readonly string[];
}

/** Not found, not executable. */
const CANNOT_RUN = [126, 127];

/** Carries out a fix step by step: its commands through a shell, its changes by the hands that the scenario names. What is written is
 * the entry's own text with the reader's values filled in; a scenario can only say where it goes. */
export async function carryOutFix(
  fix: FixAnswer,
  plan: FixPlan,
  stage: Stage,
  runner: Runner,
  lab: Lab,
): Promise<CarriedOut> {
  const done: string[] = [];
  const byWords: string[] = [];
  const left: string[] = [];
  const standIns: string[] = [];
  const problems: string[] = [];
  for (const step of fix.steps) {
    const taking = findTaking(step, plan);
    if (taking && 'left' in taking) {
      left.push(`${step.do} (${taking.left})`);
      await taking.instead?.(stage, lab);
    } else if (taking) {
      const { text: change, standIns: examples } = fillForReader(step.change ?? '', stage, 'change');
      standIns.push(...examples);
      if (/<[a-z][a-z0-9-]*>/.test(change)) problems.push(`a blank is left in: ${change}`);
      await taking(stage, change, lab);
      if (step.change === null) byWords.push(step.do);
      done.push(change || step.do);
    } else if (step.run === null && step.change !== null) {
      problems.push(`nobody carries out the step "${step.do}"`);
    }
    if (step.run !== null && !(taking && 'left' in taking)) {
      const ran = await runner.run(step.run);
      standIns.push(...ran.standIns);
      if (ran.printed === null) left.push(`${ran.command} (${ran.standIns.join(', ')})`);
      else done.push(ran.command);
      if (CANNOT_RUN.includes(ran.code ?? 0) || (/^(?:sudo )?nginx -t$/.test(step.run) && ran.code !== 0))
        problems.push(`${ran.command} failed: ${ran.printed}`);
    }
  }
  problems.push(...unusedTakings(fix, plan));
  return { done, byWords, left, standIns, problems };
}

function findTaking(step: StepAnswer, { steps }: FixPlan): FixPlan['steps'][string] | undefined {
  return Object.entries(steps).find(([words]) => step.do.startsWith(words))?.[1];
}

function unusedTakings(fix: FixAnswer, { steps }: FixPlan): readonly string[] {
  return Object.keys(steps)
    .filter((words) => !fix.steps.some((step) => step.do.startsWith(words)))
    .map((words) => `the fix has no step that begins with "${words}"`);
}
