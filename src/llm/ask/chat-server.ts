import OpenAI from 'openai';
import type { Redacted } from '../redact/redacted.ts';
import { answerFormat, type DialectMemory } from './dialect.ts';
import type { Usage } from './outcome.ts';
import { AskError, isRefusedDialect } from './to-failure.ts';

/** Where a model answers, in the words of OpenAI's chat completions API, which many servers speak. */
export interface ChatServerSettings {
  /** `https://api.openai.com/v1`, `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** Upper bound of one answer. */
  readonly mostTokens: number;
  /** For the whole request, retries included. */
  readonly timeoutMs: number;
  /** For what is worth retrying: 408, 409, 429, 5xx and connections that failed, with jitter, and when Retry-After says. */
  readonly retries: number;
}

/** One answer while it comes. */
export interface ChatStream {
  readonly wantsJson: boolean;
  readonly deltas: AsyncIterable<string>;
  /** After the last delta. */
  readonly usage: () => Usage;
}

/** Asks the model. Resolves when the server accepted the request, rejects with the `openai` package's errors. */
export type OpenStream = (text: Redacted, causes: readonly string[], signal: AbortSignal) => Promise<ChatStream>;

/** A rough measure that holds for English prose and code. */
const CHARACTERS_PER_TOKEN = 4;

/** Tokens that a text is likely to cost. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/** Connects to a server; nothing is sent until a stream is opened. */
export function createOpenStream(settings: ChatServerSettings, dialects: DialectMemory): OpenStream {
  const client = new OpenAI({
    baseURL: settings.baseUrl,
    apiKey: settings.apiKey,
    maxRetries: settings.retries,
    timeout: settings.timeoutMs,
    logLevel: 'off',
  });
  const ask = async (text: Redacted, causes: readonly string[], signal: AbortSignal): Promise<ChatStream> => {
    const { isStructured, request } = dialects.current();
    const wantsJson = isStructured && causes.length > 0;
    const chunks = await client.chat.completions.create(
      {
        ...request(settings.mostTokens),
        ...(wantsJson ? { response_format: answerFormat(causes) } : {}),
        model: settings.model,
        messages: [{ role: 'user', content: text }],
        stream: true,
      },
      { signal },
    );
    return { wantsJson, ...readChunks(chunks, text) };
  };
  return async (text, causes, signal) => {
    for (;;) {
      try {
        return await ask(text, causes, signal);
      } catch (error) {
        if (!isRefusedDialect(error) || !dialects.next()) throw error;
      }
    }
  };
}

function readChunks(chunks: AsyncIterable<OpenAI.ChatCompletionChunk>, sent: string): Omit<ChatStream, 'wantsJson'> {
  let counted: OpenAI.CompletionUsage | null = null;
  let received = '';
  async function* read(): AsyncGenerator<string> {
    for await (const { choices, usage } of chunks) {
      counted = usage ?? counted;
      const [choice] = choices ?? [];
      if (choice?.finish_reason === 'content_filter') throw new AskError('content-filter');
      const delta = choice?.delta?.content ?? '';
      received += delta;
      if (delta !== '') yield delta;
    }
  }
  return {
    deltas: read(),
    usage: () => ({
      input: counted?.prompt_tokens ?? estimateTokens(sent),
      output: counted?.completion_tokens ?? estimateTokens(received),
      isCounted: counted !== null,
    }),
  };
}
