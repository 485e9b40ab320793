import { afterAll, describe, expect, test } from 'vitest';
import { createAnswer } from '../../src/answer.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';
import { findScenarios } from './find-scenarios.ts';
import { type Result, writeResults } from './result.ts';
import { runScenario } from './run-scenario.ts';
import { missing } from './software.ts';

const found = await findScenarios();
const answer = createAnswer(await loadCompiledKnowledge());
const ran: Result[] = [];
const skipped: { name: string; missing: readonly string[] }[] = [];

afterAll(() => {
  writeResults(
    { ran, skipped },
    found.map(({ name }) => name),
  );
  const wanted = new Set(skipped.flatMap((one) => one.missing));
  if (wanted.size > 0)
    console.log(`${skipped.length} scenarios of the laboratory were left out. They need: ${[...wanted].join(', ')}`);
});

describe.concurrent('the laboratory', () => {
  test.for(found)('$name', async ({ name, scenario }, { skip }) => {
    const absent = missing(['nginx', 'curl', ...scenario.needs]);
    if (absent.length > 0) {
      if (process.env.CI === 'true') throw new Error(`Missing for ${name}: ${absent.join(', ')}`);
      skipped.push({ name, missing: absent });
      skip(`needs ${absent.join(', ')}`);
    }
    const result = await runScenario(name, scenario, answer);
    ran.push(result);
    expect(result.problems).toEqual([]);
  });
});
