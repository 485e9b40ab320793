import { createAnswer } from '../../src/answer.ts';
import type { ExplanationPart } from '../../src/core/reply/explanation-part.ts';
import type { FindingAnswer } from '../../src/core/reply/reply.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';
import { createOpenStream } from '../../src/llm/ask/chat-server.ts';
import { createDialectMemory } from '../../src/llm/ask/dialect.ts';
import { createExplain, type Explain, type Explaining, type ExplainRequest } from '../../src/llm/ask/explain.ts';
import { createThrottle } from '../../src/llm/ask/limits.ts';
import type { ObserveExplain } from '../../src/llm/ask/observe-explain.ts';
import { loadPrompt } from '../../src/llm/prompt/prompt.ts';
import { createPseudonyms } from '../../src/llm/redact/pseudonyms.ts';

const knowledge = await loadCompiledKnowledge();
const directives = new Set(knowledge.directives.map(({ name }) => name));
const actions = new Set(knowledge.actions);

/** The engine that the bot has. */
export const answer = createAnswer(knowledge);

export const TERMS = {
  isAction: (action: string) => actions.has(action),
  isDirective: (name: string) => directives.has(name),
};

/** A worker that gunicorn killed, confirmed by its own line. */
export const FLAGSHIP = [
  '2026/03/01 10:15:42 [error] 1234#0: *5678 upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.7, server: portal.example, request: "POST /api/data?token=s3cr3t HTTP/1.1", upstream: "http://10.1.2.3:8080/api/data?token=s3cr3t", host: "portal.example"',
  '[2026-03-01 10:15:42 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:29116)',
].join('\n');

/** The first finding of a paste. */
export function leadOf(paste: string): FindingAnswer {
  const [lead] = answer(paste).answers;
  if (!lead) throw new Error('the paste has no finding');
  return lead;
}

export const prompt = await loadPrompt(new URL('../../prompts/explain.md', import.meta.url));

/** Everything that was told about explanations, by name. */
export interface Told {
  readonly outcomes: string[];
  readonly cut: string[];
  readonly observe: ObserveExplain;
}

export function createTold(): Told {
  const outcomes: string[] = [];
  const cut: string[] = [];
  return {
    outcomes,
    cut,
    observe: {
      onOutcome: (outcome) => outcomes.push(outcome),
      onCut: (fault) => cut.push(fault),
      onUsage: () => {},
      onFirstWord: () => {},
    },
  };
}

/** Explains through the whole of `src/llm`, the `openai` package included. */
export function explainThrough(baseUrl: string, told: Told, change: Partial<Explaining> = {}, retries = 2): Explain {
  const dialects = createDialectMemory();
  const settings = {
    baseUrl,
    apiKey: 'key-of-a-test',
    model: 'some-model',
    mostTokens: 400,
    timeoutMs: 10_000,
    retries,
  };
  return createExplain({
    prompt,
    terms: TERMS,
    model: 'some-model',
    knowledgeVersion: '1',
    mostTokens: 400,
    firstWordMs: 8_000,
    wholeMs: 10_000,
    openStream: createOpenStream(settings, dialects),
    onProse: dialects.isNotStructured,
    throttle: createThrottle({
      concurrent: 4,
      requestsPerMinute: 1_000,
      tokensPerMinute: 10_000_000,
      tokensPerDay: 100_000_000,
      requestsPerMinuteOfUser: 1_000,
      requestsPerMinuteOfWorkspace: 1_000,
      mostWaiting: 10,
    }),
    observe: told.observe,
    ...change,
  });
}

/** A wish for an explanation by somebody who never stops it. */
export function wishFor(lead: FindingAnswer, change: Partial<ExplainRequest> = {}): ExplainRequest {
  return {
    answer: lead,
    pseudonyms: createPseudonyms(),
    wording: { language: 'English', keepsSites: false },
    asker: { user: 'U1', workspace: 'T1' },
    stop: new AbortController().signal,
    onSent: () => {},
    onSentence: () => {},
    ...change,
  };
}

/** An explanation as a reader reads it. */
export const textOf = (sentences: readonly (readonly ExplanationPart[])[]): string =>
  sentences.map((parts) => parts.map(({ text }) => text).join('')).join(' ');
