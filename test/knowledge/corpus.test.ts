import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { lintExamples } from '../../src/lint-examples.ts';

const knowledge = loadKnowledge('knowledge');
const problems = lintExamples(knowledge);

describe('every entry is what its examples say', () => {
  test.for(knowledge.entries.map(({ id }) => id))('%s', (id) => {
    expect(problems.filter(({ at }) => at === id).map(({ path, text }) => `${path} ${text}`)).toEqual([]);
  });
});
