import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { createEngine } from './answer.ts';
import type { Knowledge } from './core/knowledge.ts';
import type { Reply } from './core/reply/reply.ts';
import type { SinceFix } from './core/verdict/since-fix.ts';
import { loadCompiledKnowledge } from './knowledge/load-compiled.ts';
import { type Answered, answerInputs } from './terminal/answer-inputs.ts';
import { entryPage } from './terminal/entry-page.ts';
import { HELP, NO_RELOAD, NOTHING_TO_JUDGE, PASTE_HINT, SINCE_FORMS } from './terminal/help.ts';
import { InputError } from './terminal/input-error.ts';
import { createLineNames, type NameLines } from './terminal/line-names.ts';
import { listEntries } from './terminal/list-entries.ts';
import type { Look } from './terminal/look.ts';
import { openInput, sizeOfInputs } from './terminal/open-input.ts';
import { createPaint, wantsColours } from './terminal/paint.ts';
import { parseSince } from './terminal/parse-since.ts';
import { searchEntries } from './terminal/search-entries.ts';
import { showProgress } from './terminal/show-progress.ts';
import { tellLeftOut } from './terminal/tell-left-out.ts';
import { toText } from './terminal/to-text.ts';

const EXPLAINED = 0;
const NOTHING_FOUND = 1;
const UNUSABLE = 2;
const STILL_FAILING = 1;
const NOT_DECIDABLE = 3;

const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

interface Choices {
  readonly format: 'text' | 'json' | 'markdown';
  readonly all?: boolean;
  readonly sinceFix?: string;
}

const program = new Command('nginx-why')
  .description('Paste an nginx error: what it means, the likely cause with its evidence, the fix, the verification.')
  .argument('[FILE...]', 'logs to read; "-" or none is standard input')
  .addOption(new Option('-f, --format <format>', 'how to answer').choices(['text', 'json', 'markdown']).default('text'))
  .option('-s, --since-fix <TIME>', 'judge whether the fix that was applied at TIME worked')
  .option('-a, --all', 'every cause with its fixes, every check and reference')
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .addHelpText('after', HELP)
  .exitOverride()
  .action(answer);
program
  .command('explain')
  .description('print everything that is known about an error, as a manual page')
  .argument('<ENTRY>', 'its id: see list and search')
  .action(explain);
program.command('list').description('print the id and title of every error that has an entry').action(list);
program
  .command('search')
  .description('print the entries that fit words, best first')
  .argument('<WORDS...>', 'any words: of a log line, a directive, a program')
  .action(search);
program
  .command('schema')
  .description('print the JSON Schema of --format json')
  .action(() => print(readFileSync(schemaFile(), 'utf8')));
program
  .command('knowledge')
  .description('for authors of entries')
  .command('lint')
  .description('check every file below knowledge/ (in a checkout)')
  .action(lintKnowledge);

process.stdout.on('error', stopOnClosedPipe);
process.stderr.on('error', stopOnClosedPipe);
await program.parseAsync().catch(explainFailure);

async function answer(files: readonly string[], { format, all = false, sinceFix }: Choices): Promise<void> {
  const since = sinceFix === undefined ? null : readSince(sinceFix);
  const names = files.length === 0 ? ['-'] : files;
  if (names.includes('-') && process.stdin.isTTY) process.stderr.write(PASTE_HINT);
  const engine = createEngine(await loadCompiledKnowledge());
  const progress = await showProgress(sizeOfInputs(names), process.stderr);
  const texts = names.map((name) => ({ name, pieces: openInput(name, process.stdin, progress.add) }));
  const answered = await answerInputs(texts, since, engine).finally(progress.stop);
  process.exitCode = since ? exitCodeOfFix(answered.reply, since) : exitCodeOf(answered.reply);
  print(await render(answered, format, all));
}

function readSince(text: string): SinceFix {
  const now = new Date();
  const machineZone = -60 * now.getTimezoneOffset();
  if (text === 'reload') return { at: null, machineZone };
  const at = parseSince(text, Math.floor(now.getTime() / 1000), machineZone);
  if (at) return { at, machineZone };
  throw new InputError(`--since-fix: "${text}" is no time. ${SINCE_FORMS}`);
}

function exitCodeOf({ kind }: Reply): number {
  return kind === 'diagnosed' || kind === 'harmless' ? EXPLAINED : NOTHING_FOUND;
}

/** 0 when all fixes worked, 1 when one did not, 3 when the lines don't tell. */
function exitCodeOfFix({ fixVerdicts }: Reply, { at }: SinceFix): number {
  if (fixVerdicts.length === 0) process.stderr.write(at ? NOTHING_TO_JUDGE : NO_RELOAD);
  if (fixVerdicts.some(({ kind }) => kind === 'still-failing')) return STILL_FAILING;
  return fixVerdicts.length > 0 && fixVerdicts.every(({ kind }) => kind === 'fixed') ? EXPLAINED : NOT_DECIDABLE;
}

async function render(answered: Answered, format: Choices['format'], all: boolean): Promise<string> {
  const { reply, inputs, scan } = answered;
  const nameLines = createLineNames(inputs);
  switch (format) {
    case 'text':
      return toText(reply, createLook(nameLines, all)) + tellLeftOut(scan);
    case 'markdown':
      return (await import('./markdown/to-markdown.ts')).toMarkdown(reply, nameLines);
    case 'json': {
      const { toJson } = await import('./json/to-json.ts');
      return `${JSON.stringify(toJson(reply, VERSION, inputs, scan?.leftOut ?? 0), null, 2)}\n`;
    }
  }
}

function createLook(nameLines: NameLines, all: boolean): Look {
  const { isTTY, columns } = process.stdout;
  return {
    columns: isTTY ? Math.min(Math.max(columns, 40), 100) : 80,
    paint: createPaint(wantsColours(process.env, process.stdout)),
    nameLines,
    detail: all ? 'full' : 'short',
  };
}

async function explain(id: string): Promise<void> {
  const { entries } = await loadCompiledKnowledge();
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) return print(entryPage(entry, createLook(createLineNames([]), true)));
  const near = searchEntries(entries, id).slice(0, 3);
  const hint = near.length === 0 ? '' : ` Nearest: ${near.map((one) => one.id).join(', ')}.`;
  throw new InputError(`there is no entry of that name.${hint} All of them: nginx-why list.`);
}

async function list(): Promise<void> {
  const { entries } = await loadCompiledKnowledge();
  print(listEntries(standing(entries), createLook(createLineNames([]), false).columns));
}

async function search(words: readonly string[]): Promise<void> {
  const { entries } = await loadCompiledKnowledge();
  const found = searchEntries(standing(entries), words.join(' ')).slice(0, 10);
  if (found.length === 0) {
    process.exitCode = NOTHING_FOUND;
    process.stderr.write('No entry has these words. All of them: nginx-why list\n');
  }
  print(listEntries(found, createLook(createLineNames([]), false).columns));
}

function standing(entries: Knowledge['entries']): Knowledge['entries'] {
  return entries.filter(({ status }) => status === 'stable');
}

async function lintKnowledge(): Promise<void> {
  const { lintKnowledgeFiles } = await import('./lint.ts');
  const { text, isSound } = await lintKnowledgeFiles();
  process.exitCode = isSound ? EXPLAINED : NOTHING_FOUND;
  print(text);
}

/** Beside the bundle in the published package, in `docs/` of a checkout. */
function schemaFile(): URL {
  const isBundle = import.meta.url.endsWith('.js');
  return new URL(isBundle ? './answer.schema.json' : '../docs/answer.schema.json', import.meta.url);
}

function print(text: string): void {
  process.stdout.write(text);
}

/** `nginx-why … | head` closes the pipe while there is more to say: nothing is wrong. */
function stopOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXPLAINED);
  throw error;
}

/** commander has told its own errors already. */
function explainFailure(error: unknown): void {
  process.exitCode = UNUSABLE;
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXPLAINED : UNUSABLE;
  } else if (error instanceof InputError || (error instanceof Error && error.name === 'KnowledgeError')) {
    process.stderr.write(`nginx-why: ${error.message}\n`);
  } else {
    throw error;
  }
}
