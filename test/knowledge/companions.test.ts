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

const isCompanion = (text: string): boolean => match(text).length > 0;

const CONTEXT = 'client: 192.0.2.1, server: example.com';
const NGINX_LINES = [
  `2026/03/03 08:00:01 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, ${CONTEXT}, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:8080/", host: "example.com"`,
  `2026/03/03 08:00:01 [crit] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A00006C) while SSL handshaking, ${CONTEXT}`,
  `2026/03/03 08:00:01 [error] 7#7: *1 upstream prematurely closed connection while reading response header from`,
  `2026/03/03 08:00:01 [error] 7#7: *1 upstream timed out (110: Connection timed out), ${CONTEXT}, request: "GET /a/lo`,
];

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

  test.for(patterns.flatMap(({ examples }) => examples))('is a line of its own behind one of nginx: %s', (example) => {
    const own = splitPaste(example, isCompanion).map(({ text }) => text);
    for (const line of NGINX_LINES)
      expect(splitPaste(`${line}\n${example}`, isCompanion).map(({ text }) => text)).toEqual([line, ...own]);
  });

  test.for(lookalikes)('leaves alone %s', (line) => {
    expect(idsIn(line)).toEqual([]);
  });
});
