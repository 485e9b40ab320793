import type { FixAnswer, StepAnswer } from '../../src/core/reply/reply.ts';
import { fillForReader } from './fill-for-reader.ts';
import type { Lab } from './lab.ts';
import type { Runner } from './run-command.ts';
import type { FixPlan, Stage, Taking } from './scenario.ts';

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

const NOTHING: CarriedOut = { done: [], byWords: [], left: [], standIns: [], problems: [] };
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
  const parts: CarriedOut[] = [];
  for (const step of fix.steps) {
    const taking = findTaking(step, plan);
    if (taking) parts.push(await take(step, taking, stage, lab));
    else if (step.change !== null) parts.push({ ...NOTHING, problems: [`nobody carries out the step "${step.do}"`] });
    if (step.run !== null && !(taking && 'left' in taking)) parts.push(await runStep(step.run, runner));
  }
  parts.push({ ...NOTHING, problems: findUnusedTakings(fix, plan) });
  return {
    done: parts.flatMap(({ done }) => done),
    byWords: parts.flatMap(({ byWords }) => byWords),
    left: parts.flatMap(({ left }) => left),
    standIns: parts.flatMap(({ standIns }) => standIns),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

async function take(step: StepAnswer, taking: Taking, stage: Stage, lab: Lab): Promise<CarriedOut> {
  if ('left' in taking) {
    await taking.instead?.(stage, lab);
    return { ...NOTHING, left: [`${step.do} (${taking.left})`] };
  }
  const { text: change, standIns } = fillForReader(step.change ?? '', stage, 'change');
  await taking(stage, change, lab);
  return {
    ...NOTHING,
    done: [change || step.do],
    byWords: step.change === null ? [step.do] : [],
    standIns,
    problems: /<[a-z][a-z0-9-]*>/.test(change) ? [`a blank is left in: ${change}`] : [],
  };
}

async function runStep(run: string, runner: Runner): Promise<CarriedOut> {
  const { command, printed, code, standIns } = await runner.run(run);
  const isRefused = /^(?:sudo )?nginx -t$/.test(run) && code !== 0 && printed !== null;
  return {
    ...NOTHING,
    standIns,
    ...(printed === null ? { left: [`${command} (${standIns.join(', ')})`] } : { done: [command] }),
    problems: isRefused || CANNOT_RUN.includes(code ?? 0) ? [`${command} failed: ${printed}`] : [],
  };
}

function findTaking(step: StepAnswer, { steps }: FixPlan): Taking | undefined {
  return Object.entries(steps).find(([words]) => step.do.startsWith(words))?.[1];
}

function findUnusedTakings(fix: FixAnswer, { steps }: FixPlan): readonly string[] {
  return Object.keys(steps)
    .filter((words) => !fix.steps.some((step) => step.do.startsWith(words)))
    .map((words) => `the fix has no step that begins with "${words}"`);
}
