import { ConsecutiveBreaker, circuitBreaker, handleWhen, type IPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import type { FindingAnswer } from '../../core/reply/reply.ts';
import { type Basis, toBasis } from '../ground/basis.ts';
import { toParts } from '../ground/to-parts.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { Pseudonyms } from '../redact/pseudonyms.ts';
import { type RedactedIncident, redactIncident, TOLD_CAUSES, type Wording } from '../redact/redact-incident.ts';
import type { Redacted } from '../redact/redacted.ts';
import type { KnownTerms } from '../redact/to-prompt-facts.ts';
import { estimateTokens, type OpenStream } from './chat-server.ts';
import { type Deadlines, startDeadlines, untilAborted } from './deadlines.ts';
import { createJudge, type Judge } from './judge.ts';
import type { Asker, Throttle } from './limits.ts';
import type { ObserveExplain } from './observe-explain.ts';
import type { Outcome } from './outcome.ts';
import { readSentences } from './read-sentences.ts';
import { isServerTrouble, toFailure } from './to-failure.ts';

/** What every explanation of one installation has in common. */
export interface Explaining {
  readonly prompt: Prompt;
  readonly terms: KnownTerms;
  readonly model: string;
  /** Changes with every release of the knowledge. */
  readonly knowledgeVersion: string;
  readonly mostTokens: number;
  readonly firstWordMs: number;
  readonly wholeMs: number;
  readonly openStream: OpenStream;
  /** The server takes our schema and answers in prose all the same. */
  readonly onProse: () => void;
  readonly throttle: Throttle;
  readonly observe: ObserveExplain;
}

/** One wish for an explanation. */
export interface ExplainRequest {
  /** The leading finding of a reply. */
  readonly answer: FindingAnswer;
  /** The names of its case. */
  readonly pseudonyms: Pseudonyms;
  readonly wording: Wording;
  readonly asker: Asker;
  /** Aborted when the asker presses Stop: ends the request on the wire. */
  readonly stop: AbortSignal;
  /** Exactly what is about to be sent, or was when the answer comes from the cache. */
  readonly onSent: (text: Redacted) => void;
  /** A sentence that passed every check, as it comes. */
  readonly onSentence: (parts: readonly ExplanationPart[]) => void;
}

/** Explains one finding. Never throws for anything that a model server does; never shows a sentence that was not judged. */
export type Explain = (request: ExplainRequest) => Promise<Outcome>;

const FAILURES_THAT_OPEN = 5;
const OPEN_MS = 30_000;
const REMEMBERED = 500;
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** Creates what explains: one circuit and one cache for a server. */
export function createExplain(explaining: Explaining): Explain {
  const circuit = circuitBreaker(handleWhen(isServerTrouble), {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAILURES_THAT_OPEN),
  });
  const cache = new LRUCache<string, readonly string[]>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  return async (request) => {
    const { answer, pseudonyms, wording } = request;
    const { prompt, terms, model, knowledgeVersion } = explaining;
    const incident = await redactIncident(answer, prompt, pseudonyms, terms, wording);
    const basis = toBasis(answer, incident, pseudonyms, terms.isDirective, wording.language);
    const key = `${model} ${knowledgeVersion} ${incident.key}`;
    request.onSent(incident.text);
    const known = cache.get(key);
    if (known) return fromCache(known, basis, request, explaining);
    const judge = createJudge(basis, request.onSentence);
    const outcome = await ask(explaining, circuit, request, incident, judge);
    if (outcome.kind === 'explained') cache.set(key, judge.kept());
    return outcome;
  };
}

function fromCache(
  sentences: readonly string[],
  basis: Basis,
  { onSentence }: ExplainRequest,
  { model, observe }: Explaining,
): Outcome {
  const parts = sentences.map((sentence) => toParts(sentence, basis));
  for (const one of parts) onSentence(one);
  observe.onOutcome('cached');
  return { kind: 'explained', sentences: parts, model, isFromCache: true };
}

async function ask(
  explaining: Explaining,
  circuit: IPolicy,
  request: ExplainRequest,
  incident: RedactedIncident,
  judge: Judge,
): Promise<Outcome> {
  const deadlines = startDeadlines(explaining.firstWordMs, explaining.wholeMs, request.stop);
  const tokens = estimateTokens(incident.text) + explaining.mostTokens;
  try {
    const waiting = explaining.throttle(request.asker, tokens, () =>
      circuit.execute(() =>
        untilAborted(readAnswer(explaining, request, incident, judge, deadlines), deadlines.signal),
      ),
    );
    return await untilAborted(waiting, deadlines.signal);
  } catch (error) {
    const failure = toFailure(deadlines.signal.aborted ? deadlines.signal.reason : error);
    if (failure === null) throw error;
    explaining.observe.onOutcome(failure);
    return { kind: 'failed', failure };
  } finally {
    deadlines.clear();
  }
}

async function readAnswer(
  { openStream, onProse, observe, model }: Explaining,
  { answer }: ExplainRequest,
  { text }: RedactedIncident,
  judge: Judge,
  { signal, hasBegun }: Deadlines,
): Promise<Outcome> {
  signal.throwIfAborted();
  const startedAt = performance.now();
  const stream = await openStream(
    text,
    answer.causes.slice(0, TOLD_CAUSES).map(({ id }) => id),
    signal,
  );
  const deltas = onFirst(stream.deltas, () => {
    hasBegun();
    observe.onFirstWord((performance.now() - startedAt) / 1000);
  });
  try {
    for await (const said of readSentences(deltas, stream.wantsJson, onProse)) {
      if (signal.aborted || judge.hear(said) !== null) break;
    }
  } finally {
    observe.onUsage(stream.usage());
  }
  signal.throwIfAborted();
  const { sentences, fault, cut } = judge.conclude();
  for (const one of cut) observe.onCut(one);
  observe.onOutcome(fault === null ? 'explained' : `dropped: ${fault}`);
  return fault === null ? { kind: 'explained', sentences, model, isFromCache: false } : { kind: 'dropped', fault };
}

async function* onFirst<T>(all: AsyncIterable<T>, tell: () => void): AsyncGenerator<T> {
  let isFirst = true;
  for await (const one of all) {
    if (isFirst) tell();
    isFirst = false;
    yield one;
  }
}
