import type { Answer } from '../../src/answer.ts';
import { type Lab, openLab } from './lab.ts';
import { capture, judgeLevels } from './levels.ts';
import type { Result } from './result.ts';
import type { Scenario } from './scenario.ts';
import { tryFix } from './try-fix.ts';

const LIMIT_SECONDS = 60;

/** Makes the fault happen, asks the engine what it is, carries out the entry's fix and runs its verification. Cleans up whatever happens. */
export async function runScenario(name: string, scenario: Scenario, answer: Answer): Promise<Result> {
  const lab = openLab(LIMIT_SECONDS);
  try {
    return await Promise.race([runIn(lab, name, scenario, answer), rejectWhenOver(lab.signal)]);
  } finally {
    await lab.close();
  }
}

function rejectWhenOver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`The scenario took longer than ${LIMIT_SECONDS} s`)));
  });
}

async function runIn(lab: Lab, name: string, scenario: Scenario, answer: Answer): Promise<Result> {
  const startedAt = performance.now();
  const stage = await scenario.start(lab);
  const mark = stage.nginx.logs.mark();
  await stage.provoke();
  await stage.nginx.logs.logged(scenario.line);
  if (scenario.backendLine !== undefined) await stage.backend?.logged(scenario.backendLine);
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
}
