import { mkdirSync, writeFileSync } from 'node:fs';
import { createAnswer } from '../src/answer.ts';
import type { Knowledge } from '../src/core/knowledge.ts';
import type { FindingAnswer } from '../src/core/reply/reply.ts';
import { type ExplainConfig, readExplainConfig } from '../src/explain-config.ts';
import { createExplaining } from '../src/explaining.ts';
import { loadCompiledKnowledge } from '../src/knowledge/load-compiled.ts';
import type { Usage } from '../src/llm/ask/outcome.ts';
import { createPseudonyms } from '../src/llm/redact/pseudonyms.ts';
import { FAKE_MODELS } from '../test/llm/fake-models.ts';
import { startModelServer, streams } from '../test/llm/model-server.ts';

/** What a server did with all incidents. */
interface Tally {
  readonly model: string;
  readonly outcomes: Map<string, number>;
  readonly cut: Map<string, number>;
  readonly words: number[];
  readonly firstWord: number[];
  readonly usage: Usage[];
}

/** Entries a busy team might see on a bad day, for the cost. */
const A_DAY = 300;
const UNHURRIED = {
  EXPLAIN_REQUESTS_PER_MINUTE: '100000',
  EXPLAIN_TOKENS_PER_MINUTE: '1000000000',
  EXPLAIN_TOKENS_PER_DAY: '1000000000',
  EXPLAIN_REQUESTS_PER_MINUTE_OF_USER: '100000',
  EXPLAIN_REQUESTS_PER_MINUTE_OF_WORKSPACE: '100000',
};

const knowledge = await loadCompiledKnowledge();
const incidents = toIncidents(knowledge);
const tallies = process.env.EXPLAIN_BASE_URL ? [await evaluate(settings({}))] : await evaluateFakes();
const report = tallies.map(describe).join('\n');
mkdirSync('eval-results', { recursive: true });
writeFileSync('eval-results/explain.md', report);
console.log(report);

/** The first example of every entry that names a cause, so that each area and each kind of evidence is there. */
function toIncidents({ entries }: Knowledge): readonly FindingAnswer[] {
  const answer = createAnswer(knowledge);
  return entries
    .flatMap(({ examples }) => examples.find(({ cause }) => cause !== undefined) ?? [])
    .flatMap(({ paste }) => answer(paste).answers.slice(0, 1));
}

function settings(change: Readonly<Record<string, string>>): ExplainConfig {
  const read = readExplainConfig({ ...UNHURRIED, ...process.env, ...change });
  if (read.problems !== null || read.config === null)
    throw new Error(read.problems?.join('; ') ?? 'EXPLAIN=off: there is nothing to evaluate');
  return read.config;
}

async function evaluateFakes(): Promise<readonly Tally[]> {
  console.log('EXPLAIN_BASE_URL is not set, so these are models that never were (test/llm/fake-models.ts).\n');
  const all: Tally[] = [];
  for (const [name, say] of FAKE_MODELS) {
    const server = await startModelServer((request, response) => streams(say(request.prompt))(request, response));
    all.push(await evaluate(settings({ EXPLAIN_BASE_URL: server.baseUrl, EXPLAIN_MODEL: name })));
    await server.close();
  }
  return all;
}

async function evaluate(config: ExplainConfig): Promise<Tally> {
  const tally: Tally = {
    model: config.server.model,
    outcomes: new Map(),
    cut: new Map(),
    words: [],
    firstWord: [],
    usage: [],
  };
  const explain = await createExplaining(config, knowledge, {
    onOutcome: (outcome) => count(tally.outcomes, outcome),
    onCut: (fault) => count(tally.cut, fault),
    onUsage: (usage) => tally.usage.push(usage),
    onFirstWord: (seconds) => tally.firstWord.push(seconds),
  });
  for (const answer of incidents) {
    const outcome = await explain({
      answer,
      pseudonyms: createPseudonyms(),
      wording: { language: config.language.name, keepsSites: config.keepsSites },
      asker: { user: 'evaluation', workspace: 'evaluation' },
      stop: new AbortController().signal,
      onSent() {},
      onSentence() {},
    });
    if (outcome.kind === 'explained')
      tally.words.push(
        outcome.sentences
          .flat()
          .map(({ text }) => text)
          .join(' ')
          .split(/\s+/).length,
      );
  }
  return tally;
}

function describe({ model, outcomes, cut, words, firstWord, usage }: Tally): string {
  const input = mean(usage.map((one) => one.input));
  const output = mean(usage.map((one) => one.output));
  return [
    `## ${model}: ${incidents.length} incidents`,
    `outcomes: ${list(outcomes)}`,
    `sentences cut: ${list(cut)}`,
    `words of an explanation, median: ${median(words)}`,
    `first word, seconds, median: ${median(firstWord).toFixed(3)}`,
    `tokens of a request, mean: ${input.toFixed(0)} in, ${output.toFixed(0)} out${usage.every(({ isCounted }) => isCounted) ? '' : ' (some estimated)'}`,
    `a day of ${A_DAY} explanations: ${describeCost(input * A_DAY, output * A_DAY)}`,
    '',
  ].join('\n');
}

function describeCost(input: number, output: number): string {
  const tokens = `${Math.round(input)} tokens in, ${Math.round(output)} out`;
  const { price } = settings({ EXPLAIN_BASE_URL: 'http://localhost/', EXPLAIN_MODEL: 'any' });
  if (!price) return `${tokens} (set EXPLAIN_PRICE_PER_MILLION_INPUT and _OUTPUT for what that costs)`;
  const cost = (input * price.perMillionInput + output * price.perMillionOutput) / 1_000_000;
  return `${tokens}: ${cost.toFixed(2)} at ${price.perMillionInput} and ${price.perMillionOutput} a million`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function list(counts: ReadonlyMap<string, number>): string {
  const names = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
  return names || 'none';
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / Math.max(all.length, 1);
}
function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
