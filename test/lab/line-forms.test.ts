import { expect, test } from 'vitest';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { createEngineParts } from '../../src/engine-parts.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { readLineForms } from './line-forms.ts';

const parts = createEngineParts(compileKnowledge(loadKnowledge('knowledge')));
const formsOf = (line: string): readonly string[] => readLineForms(line, 'upstream-connection-refused', parts);
const LINE =
  '2026/11/22 10:15:42 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: example.com, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:80/", host: "example.com"';

test('lines with other values have one form', () => {
  expect(formsOf(LINE)).toEqual([
    '[error] *connection connect() failed, ECONNREFUSED, while connecting to upstream, client, server, request, upstream, host',
  ]);
  expect(formsOf(LINE.replaceAll('example.com', 'shop.example').replace('7#7: *1', '8#8: *92'))).toEqual(formsOf(LINE));
});

test.for([
  ['without its host', LINE.replace(', host: "example.com"', '')],
  ['without its server', LINE.replace(', server: example.com', '')],
  ['without a connection', LINE.replace(' *1 ', ' ')],
])('a line %s has another', ([, line = '']) => {
  expect(formsOf(line)).toHaveLength(1);
  expect(formsOf(line)).not.toEqual(formsOf(LINE));
});

test('lines of other entries have none', () => {
  expect(formsOf('2026/11/22 10:15:42 [error] 7#7: *1 directory index of "/srv/" is forbidden')).toEqual([]);
});
