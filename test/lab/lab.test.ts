import { afterAll, describe, expect, test } from 'vitest';
import { createAnswer } from '../../src/answer.ts';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { createEngineParts } from '../../src/engine-parts.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';
import { findScenarios } from './find-scenarios.ts';
import { findStrangers } from './line-forms.ts';
import { type Result, writeResults } from './result.ts';
import { runScenario } from './run-scenario.ts';
import { findMissing } from './software.ts';

const found = await findScenarios();
const knowledge = await loadCompiledKnowledge();
const answer = createAnswer(knowledge);
const parts = createEngineParts(compileKnowledge(knowledge));
const begun = new Set<string>();
const ran: Result[] = [];
const skipped: { name: string; missing: readonly string[] }[] = [];

afterAll(() => {
  writeResults(
    { ran, skipped },
    begun,
    found.map(({ name }) => name),
  );
  const wanted = new Set(skipped.flatMap((one) => one.missing));
  if (wanted.size > 0)
    console.log(`${skipped.length} scenarios of the laboratory were left out. They need: ${[...wanted].join(', ')}`);
});

test.for(found.filter(({ scenario }) => scenario.decides.includes('backend')))(
  "$name names the backend's line that decides, so that it is not asked before it is written",
  ({ scenario }) => {
    expect(scenario.backendLine).toBeTypeOf('string');
  },
);

describe.concurrent('the laboratory', () => {
  test.for(found)('$name', async ({ name, scenario }, { skip }) => {
    begun.add(name);
    const { software, abilities } = findMissing(['nginx', 'curl', ...scenario.needs]);
    if (software.length > 0 && process.env.CI === 'true')
      throw new Error(`Missing for ${name}: ${software.join(', ')}`);
    const missing = [...software, ...abilities];
    if (missing.length > 0) {
      skipped.push({ name, missing });
      skip(`needs ${missing.join(', ')}`);
    }
    const result = await runScenario(name, scenario, answer);
    ran.push(result);
    expect([...result.problems, ...findStrangers([result], knowledge.entries, parts)]).toEqual([]);
  });
});
