import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { runAll } from '../../src/core/steps.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge('knowledge');
const engine = createEngine(knowledge);

/** What an answer claims, without the words of the lines. */
const claims = ({ answers }: Reply) =>
  answers.map(({ entry, severity, userSees, count, consequenceOf, causes, nextCheck }) => ({
    ...{ entry, severity, userSees, count, consequenceOf, nextCheck: nextCheck?.id },
    causes: causes.map(({ id, confidence, probability }) => `${id} ${confidence} ${probability.toFixed(4)}`),
  }));

describe('what is remembered of a paste says all that the paste said', () => {
  test.for(knowledge.entries.map(({ id, examples }) => [id, examples] as const))('%s', ([, examples]) => {
    for (const { paste } of examples) {
      const facts = JSON.parse(JSON.stringify(runAll(engine.read(paste)).factsAfter([])));
      const recalled = runAll(engine.read('nothing')).replyAfter([{ kind: 'paste', facts, isTold: true }]);
      expect(claims(recalled)).toEqual(claims(engine.answer(paste)));
    }
  });
});
