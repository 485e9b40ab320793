import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { findMarkProblems } from './find-mark-problems.ts';
import { findScenarios } from './find-scenarios.ts';
import type { FixPlan, MarkedFix, Scenario } from './scenario.ts';

const { entries } = loadKnowledge('knowledge');

test('what the entries mark as untried is what the laboratory cannot confirm, and nothing else', async () => {
  expect(findMarkProblems(await findScenarios(), entries)).toEqual([]);
});

describe('a disagreement between a mark and the laboratory is told:', () => {
  const title = 'Rotate the logs';
  const diskFull = entries.filter(({ id }) => id === 'disk-full');
  const unmarked = diskFull.map(
    (entry): Entry => ({
      ...entry,
      causes: entry.causes.map((cause) => ({
        ...cause,
        fixes: cause.fixes.map(({ unconfirmed, ...fix }) => fix),
      })),
    }),
  );

  test.for([
    ['a scenario confirms a marked fix', diskFull, { title, steps: {} }, 'the entry marks it as untried'],
    ['a scenario cannot confirm an unmarked one', unmarked, { marked: title }, "the entry doesn't mark it"],
    ['the entry has no such fix', diskFull, { marked: 'Buy a disk' }, 'has no fix "Buy a disk"'],
  ] as const)('%s', ([, marked, fix, told]) => {
    expect(findMarkProblems([{ name: 'files/full', scenario: toScenario(fix) }], marked).join()).toContain(told);
  });

  test('no scenario reaches a marked fix', () => {
    expect(findMarkProblems([], diskFull)).toEqual([
      'disk-full, log-volume-full: "Rotate the logs" is marked, and no scenario reaches it',
    ]);
  });
});

function toScenario(fix: FixPlan | MarkedFix): Scenario {
  const start = (): never => {
    throw new Error('This scenario is only read');
  };
  return { entry: 'disk-full', cause: 'log-volume-full', decides: [], line: '', needs: [], start, fix };
}
