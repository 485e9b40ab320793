import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAnswer, openEngine } from '../../src/answer.ts';
import { parseCompiledFile, toCompiledFile } from '../../src/knowledge/compiled-file.ts';
import { openInstalled } from '../../src/knowledge/load-compiled.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const sources = loadKnowledge('knowledge');
const bytes = toCompiledFile(sources);
const compiled = parseCompiledFile((from, length) => bytes.subarray(from, from + length), bytes.length);

const byId = <T extends { readonly id: string }>(items: readonly T[] = []): readonly T[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));

test('the compiled file holds what the sources say, all of it', () => {
  const { messages, ...rest } = sources;
  const { messages: compiledMessages, ...compiledRest } = compiled?.whole() ?? {};
  expect(compiledRest).toEqual(JSON.parse(JSON.stringify(rest)));
  expect(byId(compiledMessages)).toEqual(byId(messages));
});

test('compiling what was compiled gives the same file', () => {
  const whole = compiled?.whole() ?? sources;
  expect(toCompiledFile(whole).equals(bytes)).toBe(true);
});

test('answers from the compiled file are those from the sources', () => {
  const fromSources = createAnswer(sources);
  const fromFile = compiled ? openEngine(compiled).answer : fromSources;
  for (const { examples } of sources.entries) {
    const paste = examples[0]?.paste ?? '';
    expect(fromFile(paste)).toEqual(fromSources(paste));
  }
});

test.for([
  ['of another version', Buffer.from(bytes.toString('latin1').replace(/layout \d+,/, 'layout 0,'), 'latin1')],
  ['that ends early', bytes.subarray(0, -100)],
  ['that ends in its index', bytes.subarray(0, 1_000)],
  ['that is empty', Buffer.alloc(0)],
  ['with something else in it', Buffer.from('{"entries":[]}\n')],
] as const)('refuses a file %s, and says what to do', async ([, content]) => {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-why-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'knowledge.jsonl');
  await writeFile(file, content);
  expect(() => openInstalled(file)).toThrow(/knowledge\.jsonl is damaged.*Install nginx-why again/);
});
