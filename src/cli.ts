import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { openEngine } from './answer.ts';
import type { Entry } from './core/entry.ts';
import type { Reply } from './core/reply/reply.ts';
import type { Timeline } from './core/timeline/timeline.ts';
import type { SinceFix } from './core/verdict/since-fix.ts';
import { openCompiledKnowledge } from './knowledge/load-compiled.ts';
import { type Answered, answerInputs } from './terminal/answer-inputs.ts';
import { entryPage } from './terminal/entry-page.ts';
import { HELP, NO_RELOAD, NOTHING_TO_JUDGE, PASTE_HINT, SINCE_FORMS } from './terminal/help.ts';
import { InputError } from './terminal/input-error.ts';
import { createLineNames, type NameLines } from './terminal/line-names.ts';
import { listEntries } from './terminal/list-entries.ts';
import { loadSparkline } from './terminal/load-sparkline.ts';
import type { Look } from './terminal/look.ts';
import { openInput, sizeOfInputs } from './terminal/open-input.ts';
import { createPaint, wantsColours } from './terminal/paint.ts';
import { parseSince } from './terminal/parse-since.ts';
import { searchEntries } from './terminal/search-entries.ts';
import { showProgress } from './terminal/show-progress.ts';
import {
  mayBeTerminal,
  STANDARD_INPUT,
  STANDARD_OUTPUT,
  stopOnClosedPipe,
  writeError,
  writeOut,
} from './terminal/standard-streams.ts';
import { tellLeftOut } from './terminal/tell-left-out.ts';
import { SHOWN_ANSWERS, toText } from './terminal/to-text.ts';

const EXPLAINED = 0;
const NOTHING_FOUND = 1;
const UNUSABLE = 2;
const STILL_FAILING = 1;
const NOT_DECIDABLE = 3;

const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

interface Choices {
  readonly format: 'text' | 'json' | 'markdown';
  readonly all?: boolean;
  readonly follow?: boolean;
  readonly explain?: boolean;
  readonly language?: string;
  readonly sinceFix?: string;
}

const program = new Command('nginx-why')
  .description('Paste an nginx error: what it means, the likely cause with its evidence, the fix, the verification.')
  .argument('[FILE...]', 'logs to read; "-" or none is standard input')
  .addOption(new Option('-f, --format <format>', 'how to answer').choices(['text', 'json', 'markdown']).default('text'))
  .option('-s, --since-fix <TIME>', 'judge whether the fix that was applied at TIME worked')
  .option('-F, --follow', 'follow growing files, through rotation, and tell what is new')
  .option('-a, --all', 'every cause with its fixes, every check and reference')
  .option('--explain', 'below the answer, an explanation by the model that EXPLAIN_BASE_URL names')
  .option('--language <language>', 'of that explanation, such as German or de')
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .addHelpText('after', HELP)
  .configureOutput({ writeOut, writeErr: writeError })
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
  .action(() => writeOut(readFileSync(schemaFile(), 'utf8')));
program
  .command('knowledge')
  .description('for authors of entries')
  .command('lint')
  .description('check every file below knowledge/ (in a checkout)')
  .action(lintKnowledge);

void program.parseAsync().catch(explainFailure);

async function answer(files: readonly string[], choices: Choices): Promise<void> {
  const { format, all = false, explain, language, sinceFix } = choices;
  if (explain && format !== 'text') throw new InputError('--explain writes below a text: leave --format out');
  if (choices.follow) return followFiles(files, choices);
  const since = sinceFix === undefined ? null : readSince(sinceFix);
  const names = files.length === 0 ? ['-'] : files;
  if (names.includes('-') && mayBeTerminal(STANDARD_INPUT) && process.stdin.isTTY) writeError(PASTE_HINT);
  const knowledge = await openCompiledKnowledge();
  const engine = openEngine(knowledge, format === 'text' && !all ? SHOWN_ANSWERS : undefined);
  const progress = await showProgress(sizeOfInputs(names));
  const texts = names.map((name) => ({ name, pieces: openInput(name, progress.add) }));
  const answered = await answerInputs(texts, since, engine).finally(progress.stop);
  process.exitCode = since ? exitCodeOfFix(answered.reply, since) : exitCodeOf(answered.reply);
  writeOut(await render(answered, format, all));
  if (!explain) return;
  const { explainBelow } = await import('./explain-below.ts');
  const look = await createLook(createLineNames(answered.inputs), all);
  await explainBelow(answered.reply, knowledge.whole(), look, language);
}

async function followFiles(
  files: readonly string[],
  { format, sinceFix, explain, all = false }: Choices,
): Promise<void> {
  if (files.length === 0 || files.includes('-')) throw new InputError('--follow needs the names of files');
  if (format !== 'text' || sinceFix !== undefined || explain)
    throw new InputError('--follow writes text as it comes: leave --format, --since-fix and --explain out');
  const { follow } = await import('./follow.ts');
  const engine = openEngine(await openCompiledKnowledge());
  await follow(files, engine.answer, await createLook(createLineNames([]), all));
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
  if (fixVerdicts.length === 0) writeError(at ? NOTHING_TO_JUDGE : NO_RELOAD);
  if (fixVerdicts.some(({ kind }) => kind === 'still-failing')) return STILL_FAILING;
  return fixVerdicts.length > 0 && fixVerdicts.every(({ kind }) => kind === 'fixed') ? EXPLAINED : NOT_DECIDABLE;
}

async function render(answered: Answered, format: Choices['format'], all: boolean): Promise<string> {
  const { reply, inputs, scan } = answered;
  const nameLines = createLineNames(inputs);
  switch (format) {
    case 'text':
      return toText(reply, await createLook(nameLines, all, reply.timeline)) + tellLeftOut(scan);
    case 'markdown':
      return (await import('./markdown/to-markdown.ts')).toMarkdown(reply, nameLines);
    case 'json': {
      const { toJson } = await import('./json/to-json.ts');
      return `${JSON.stringify(toJson(reply, VERSION, inputs, scan?.leftOut ?? 0), null, 2)}\n`;
    }
  }
}

async function createLook(nameLines: NameLines, all: boolean, timeline: Timeline | null = null): Promise<Look> {
  const isTerminal = mayBeTerminal(STANDARD_OUTPUT) && process.stdout.isTTY;
  return {
    columns: isTerminal ? Math.min(Math.max(process.stdout.columns, 40), 100) : 80,
    paint: await createPaint(wantsColours(process.env, isTerminal)),
    nameLines,
    drawSparkline: await loadSparkline(timeline),
    detail: all ? 'full' : 'short',
  };
}

async function explain(id: string): Promise<void> {
  const entries = (await openCompiledKnowledge()).entries();
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry) return writeOut(entryPage(entry, await createLook(createLineNames([]), true)));
  const near = searchEntries(entries, id).slice(0, 3);
  const hint = near.length === 0 ? '' : ` Nearest: ${near.map((one) => one.id).join(', ')}.`;
  throw new InputError(`there is no entry of that name.${hint} All of them: nginx-why list.`);
}

async function list(): Promise<void> {
  const entries = (await openCompiledKnowledge()).entries();
  writeOut(listEntries(standing(entries), (await createLook(createLineNames([]), false)).columns));
}

async function search(words: readonly string[]): Promise<void> {
  const entries = (await openCompiledKnowledge()).entries();
  const found = searchEntries(standing(entries), words.join(' ')).slice(0, 10);
  if (found.length === 0) {
    process.exitCode = NOTHING_FOUND;
    writeError('No entry has these words. All of them: nginx-why list\n');
  }
  writeOut(listEntries(found, (await createLook(createLineNames([]), false)).columns));
}

function standing(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ status }) => status === 'stable');
}

async function lintKnowledge(): Promise<void> {
  const { lintKnowledgeFiles } = await import('./lint.ts');
  const { text, isSound } = await lintKnowledgeFiles();
  process.exitCode = isSound ? EXPLAINED : NOTHING_FOUND;
  writeOut(text);
}

/** Beside the bundle in the published package, in `docs/` of a checkout. */
function schemaFile(): URL {
  const isBundle = !import.meta.url.endsWith('.ts');
  return new URL(isBundle ? './answer.schema.json' : '../docs/answer.schema.json', import.meta.url);
}

/** commander has told its own errors already. */
function explainFailure(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXPLAINED : UNUSABLE;
  } else if (isForPeople(error)) {
    process.exitCode = UNUSABLE;
    writeError(`nginx-why: ${error.message}\n`);
  } else {
    stopOnClosedPipe(error);
  }
}

/** Errors whose words are for people. Told by their names: in the published package parts are bundles of their own, with classes of their
 * own. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['InputError', 'UnusableKnowledgeError', 'KnowledgeError']);

const isForPeople = (error: unknown): error is Error => error instanceof Error && FOR_PEOPLE.has(error.name);
