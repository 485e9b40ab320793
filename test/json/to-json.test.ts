import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/answer.ts';
import { runAll } from '../../src/core/steps.ts';
import { toJson } from '../../src/json/to-json.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge('knowledge');
const engine = createEngine(knowledge);
const schema = JSON.parse(readFileSync('docs/answer.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const documentOf = (paste: string) => toJson(engine.answer(paste), '0.1.0', [], 0);

/** What is wrong with a document, as the published schema sees it. */
function problemsOf(paste: string, document = documentOf(paste)): readonly string[] {
  validate(JSON.parse(JSON.stringify(document)));
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

test.for([
  ['fixed', 'HTTP/1.1 200 OK'],
  ['still-failing', 'HTTP/1.1 502 Bad Gateway'],
  ['not-decidable', 'nothing'],
] as const)('a verdict of %s fits it', ([kind, line]) => {
  const since = { at: { wall: Date.UTC(2026, 10, 22, 10, 30) / 1000, offset: null }, machineZone: 0 };
  const refused = knowledge.entries.find(({ id }) => id === 'upstream-connection-refused')?.examples[0]?.paste ?? '';
  const reply = runAll(
    engine.answerFiles(
      [refused.replaceAll(/2026\/\d\d\/\d\d/g, '2026/11/01').split('\n'), [line]],
      since,
      () => 'a line',
    ),
  );
  const document = toJson(reply, '0.1.0', [], 0);
  expect(document.fixVerdicts.map((verdict) => verdict.kind)).toEqual([kind]);
  expect(problemsOf('', document)).toEqual([]);
});

test('unknown lines are listed by number', () => {
  expect(documentOf('hello\n2026/11/22 10:15:42 [error] 7#7: *1 no such words at all').unknownLines).toEqual([2]);
});
