import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCompanionMatcher } from '../../src/core/companion-matcher.ts';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { splitPaste } from '../../src/core/paste/split-paste.ts';
import { readKnowledgeFile } from '../../src/knowledge/check-file.ts';
import { CompanionSchema } from '../../src/knowledge/companion-schema.ts';
import { sampleKnowledge } from '../core/sample-knowledge.ts';

const DIRECTORY = join(import.meta.dirname, '../../knowledge/companions');
const files = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join(DIRECTORY, name));
const companions = files.map((file) => readKnowledgeFile(file, CompanionSchema));
const match = createCompanionMatcher(compileKnowledge(sampleKnowledge([], { companions })));

/** As the engine sees the paste: without envelopes, cleaned, joined. */
const idsIn = (paste: string): string[] =>
  splitPaste(paste).flatMap(({ text }) => match(text).map(({ pattern }) => pattern.id));

test('a companion is named like its file', () => {
  expect(companions.map(({ program }) => program)).toEqual(files.map((file) => basename(file, '.yaml')));
});

test('an id belongs to one program; wordings of several versions may share it', () => {
  const owners = new Set(
    companions.flatMap(({ program, patterns }) => patterns.map(({ id }) => `${id} of ${program}`)),
  );
  const ids = new Set(companions.flatMap(({ patterns }) => patterns.map(({ id }) => id)));
  expect(owners.size).toBe(ids.size);
});

test('no template is written twice', () => {
  const templates = companions.flatMap(({ patterns }) => patterns.map(({ template }) => template));
  expect(templates.filter((template, index) => templates.indexOf(template) !== index)).toEqual([]);
});

describe.for(companions)('$program', ({ patterns, lookalikes }) => {
  test.for(patterns.flatMap((pattern) => pattern.examples.map((example) => ({ pattern, example }))))(
    'reads $pattern.id in $example',
    ({ pattern, example }) => {
      const [only, ...others] = splitPaste(example).flatMap(({ text }) => match(text));
      expect(others.map((other) => other.pattern.id)).toEqual([]);
      expect(only?.pattern).toEqual(pattern);
    },
  );

  test.for(lookalikes)('leaves alone %s', (line) => {
    expect(idsIn(line)).toEqual([]);
  });
});
