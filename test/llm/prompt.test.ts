import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillPrompt, loadPrompt, PromptError, parsePrompt } from '../../src/llm/prompt/prompt.ts';

const FRONT = '---\nversion: 1\nvariables:\n  name: of somebody\n---\n';
const FOLDER = new URL('../../prompts/', import.meta.url);

test.for(readdirSync(FOLDER).map((file) => [file] as const))(
  '%s names and explains each of its variables',
  async ([file]) => {
    expect((await loadPrompt(new URL(file, FOLDER))).variables.length).toBeGreaterThan(0);
  },
);

test.for([
  ['a file without front matter', 'Hello'],
  ['front matter without a version', '---\nvariables: {}\n---\nHello'],
  ['a variable that nobody explained', `${FRONT}Hello {{name}} and {{other}}`],
  ['a variable that is never used', `${FRONT}Hello`],
] as const)('refuses %s', ([, content]) => {
  expect(() => parsePrompt(content, 'some.md')).toThrow(PromptError);
});

test('fills in values as they are, and never fills what stands in them', () => {
  const prompt = parsePrompt(`${FRONT}Hello {{name}}.`, 'some.md');
  expect(fillPrompt(prompt, new Map([['name', '{{name}} $& $1']]))).toBe('Hello {{name}} $& $1.');
});

test('refuses to leave a variable empty', () => {
  expect(() => fillPrompt(parsePrompt(`${FRONT}Hello {{name}}.`, 'some.md'), new Map())).toThrow(PromptError);
});
