import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

const BIOME = resolve('node_modules/.bin/biome');
/** A tree of its own with our rules: a file that came and went below `src/` would disturb whoever looks there meanwhile. */
const tree = await mkdtemp(join(tmpdir(), 'nginx-why-boundaries-'));

/** What the linter prints about a file of that content; it exits with 1 when it finds something. */
async function lint(file: string, code: string): Promise<string> {
  await writeFile(join(tree, file), code);
  return new Promise((done) => {
    execFile(BIOME, ['lint', '--vcs-enabled=false', file], { cwd: tree }, (_, out, err) => done(out + err));
  });
}

beforeAll(async () => {
  await copyFile('biome.json', join(tree, 'biome.json'));
  for (const [folder] of FORBIDDEN) await mkdir(join(tree, 'src', folder, 'inner'), { recursive: true });
});
afterAll(() => rm(tree, { recursive: true }));

test.for(FORBIDDEN.map((row, index) => [index, ...row] as const))(
  'rule %i: the linter refuses that src/%s imports %s',
  async ([index, folder, code]) => {
    expect(await lint(`src/${folder}/inner/file-${index}.ts`, code)).toContain('noRestrictedImports');
  },
);

test('the linter lets core import core', async () => {
  const code = "import { LEVELS } from '../records/error-head.ts';\n\nconsole.log(LEVELS);\n";
  const said = await lint('src/core/inner/allowed.ts', code);
  expect(said).toContain('Checked 1 file');
  expect(said).not.toContain('noRestrictedImports');
});
