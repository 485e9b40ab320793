import type OpenAI from 'openai';

/** What a server understands beyond the common denominator of chat completions. */
interface Dialect {
  /** Constrains the answer by a JSON schema. */
  readonly isStructured: boolean;
  readonly request: (most: number) => Partial<OpenAI.ChatCompletionCreateParamsStreaming>;
}

/** Tried in order; the first that a server accepts is remembered for as long as the process runs. */
const DIALECTS: readonly Dialect[] = [
  {
    isStructured: true,
    request: (most) => ({ max_completion_tokens: most, temperature: 0, stream_options: { include_usage: true } }),
  },
  {
    isStructured: false,
    request: (most) => ({ max_completion_tokens: most, stream_options: { include_usage: true } }),
  },
  { isStructured: false, request: (most) => ({ max_tokens: most }) },
];

/** The dialect that a server speaks, as far as is known. */
export interface DialectMemory {
  readonly current: () => Dialect;
  /** The server refused the current one. False when none is left. */
  readonly next: () => boolean;
  /** The server takes the schema and ignores it. */
  readonly isNotStructured: () => void;
}

/** Starts with the richest dialect. */
export function createDialectMemory(): DialectMemory {
  let at = 0;
  const current = (): Dialect => {
    const dialect = DIALECTS[at];
    if (!dialect) throw new RangeError('no dialect is left');
    return dialect;
  };
  return {
    current,
    next() {
      if (at + 1 >= DIALECTS.length) return false;
      at += 1;
      return true;
    },
    isNotStructured() {
      if (current().isStructured) at += 1;
    },
  };
}

/** The shape of an answer where a server can hold a model to it: the cause that it takes for the first, then its sentences. */
export function answerFormat(causes: readonly string[]): OpenAI.ResponseFormatJSONSchema {
  return {
    type: 'json_schema',
    json_schema: {
      name: 'explanation',
      strict: true,
      schema: {
        type: 'object',
        additionalProperties: false,
        required: ['mostLikely', 'sentences'],
        properties: {
          mostLikely: { type: 'string', enum: causes },
          sentences: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  };
}
