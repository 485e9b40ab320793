import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAnswer } from '../../src/answer.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const Samples = z.array(z.strictObject({ name: z.string(), paste: z.string().min(1) })).nonempty();

const DIRECTORY = join(import.meta.dirname, 'harmless');
const answer = createAnswer(loadKnowledge('knowledge'));
const files = readdirSync(DIRECTORY).map((name) => ({
  topic: basename(name, '.yaml'),
  samples: Samples.parse(parse(readFileSync(join(DIRECTORY, name), 'utf8'))),
}));

describe.for(files)('$topic', ({ samples }) => {
  test.for(samples)('alarms nobody about $name', ({ paste }) => {
    const { kind, answers } = answer(paste);
    const alarming = answers.filter(({ severity }) => severity !== 'harmless');
    expect(alarming.map(({ entry, signature }) => entry ?? signature.template)).toEqual([]);
    expect(['harmless', 'no-log']).toContain(kind);
  });
});

test('the corpus is large enough to mean something', () => {
  expect(files.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThanOrEqual(150);
});
