import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

const FORBIDDEN = [
  ['core', "import { readFileSync } from 'node:fs';\nconsole.log(readFileSync);", 'a Node module'],
  [
    'core',
    "import { KnowledgeError } from '../../knowledge/check-file.ts';\nconsole.log(KnowledgeError);",
    'another folder',
  ],
  ['core', "import { createAnswer } from '../../answer.ts';\nconsole.log(createAnswer);", 'a file that wires'],
  [
    'terminal',
    "import { KnowledgeError } from '../../knowledge/check-file.ts';\nconsole.log(KnowledgeError);",
    'another folder',
  ],
  ['slack', "import { toText } from '../../terminal/to-text.ts';\nconsole.log(toText);", 'another folder'],
  ['store', "import { toHelp } from '../../slack/views/help.ts';\nconsole.log(toHelp);", 'another folder'],
  ['slack', "import { openStore } from '../../store/open-store.ts';\nconsole.log(openStore);", 'another folder'],
  ['store', "import { answerFiles } from '../../answer-files.ts';\nconsole.log(answerFiles);", 'a file that wires'],
  ['knowledge', "import { createAnswer } from '../../answer.ts';\nconsole.log(createAnswer);", 'a file that wires'],
  ['llm', "import { toText } from '../../terminal/to-text.ts';\nconsole.log(toText);", 'another folder'],
  [
    'llm',
    "import { createExplaining } from '../../explaining.ts';\nconsole.log(createExplaining);",
    'a file that wires',
  ],
] as const;

const PLANTED = 'planted-by-a-test';
const folders = [...new Set(FORBIDDEN.map(([folder]) => `src/${folder}/${PLANTED}`))];

/** What the linter prints about one file; it exits with 1 when it finds something. */
function lint(file: string): Promise<string> {
  return new Promise((resolve) => {
    execFile('node_modules/.bin/biome', ['lint', '--vcs-enabled=false', file], (_, out, err) => resolve(out + err));
  });
}

beforeAll(() => Promise.all(folders.map((folder) => mkdir(folder, { recursive: true }))));
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

test.for(FORBIDDEN.map((row, index) => [index, ...row] as const))(
  'rule %i: the linter refuses that src/%s imports %s',
  async ([index, folder, code]) => {
    const file = `src/${folder}/${PLANTED}/file-${index}.ts`;
    await writeFile(file, code);
    expect(await lint(file)).toContain('noRestrictedImports');
  },
);

test('the linter lets core import core', async () => {
  const file = `src/core/${PLANTED}/allowed.ts`;
  await writeFile(file, "import { LEVELS } from '../records/error-head.ts';\n\nconsole.log(LEVELS);\n");
  expect(await lint(file)).not.toContain('noRestrictedImports');
});
