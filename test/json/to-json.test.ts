import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswer } from '../../src/answer.ts';
import { toJson } from '../../src/json/to-json.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge('knowledge');
const answer = createAnswer(knowledge);
const schema = JSON.parse(readFileSync('docs/answer.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const documentOf = (paste: string) => toJson(answer(paste), '0.1.0', [], 0);

/** What is wrong with a document, as the published schema sees it. */
function problemsOf(paste: string): readonly string[] {
  validate(JSON.parse(JSON.stringify(documentOf(paste))));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test.for(knowledge.entries.map(({ id, examples }) => [id, examples[0]?.paste ?? ''] as const))(
  'the answer to an example of %s fits the published schema',
  ([, paste]) => {
    expect(problemsOf(paste)).toEqual([]);
  },
);

test.for([
  ['nothing of nginx’s', 'hello'],
  ['an unknown nginx line', '2026/11/22 10:15:42 [error] 7#7: *1 no such words at all'],
  ['a message without an entry', '2026/11/22 10:15:42 [alert] 7#7: zero size buf in chain writer t:0 r:0 f:0'],
] as const)('the answer to %s fits it, too', ([, paste]) => {
  expect(problemsOf(paste)).toEqual([]);
});

test('whatever was pasted, the document fits the schema', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (paste) => {
      expect(problemsOf(paste)).toEqual([]);
    }),
  );
});

test('unknown lines are listed by number', () => {
  expect(documentOf('hello\n2026/11/22 10:15:42 [error] 7#7: *1 no such words at all').unknownLines).toEqual([2]);
});
