import { z } from 'zod';
import type { ChatServerSettings } from './llm/ask/chat-server.ts';
import type { Limits } from './llm/ask/limits.ts';
import { LANGUAGES, type Language, parseLanguage } from './llm/ground/language-terms.ts';

/** What the environment decides about explanations. */
export interface ExplainConfig {
  readonly server: ChatServerSettings;
  /** For everybody who chose no other one. */
  readonly language: Language;
  /** False: names of sites are hidden like addresses. */
  readonly keepsSites: boolean;
  readonly firstWordMs: number;
  readonly limits: Limits;
  /** Of a price list, in any currency; null where nobody set one. */
  readonly price: { readonly perMillionInput: number; readonly perMillionOutput: number } | null;
}

const count = (fallback: number) =>
  z.coerce.number('is not a number').int().positive('must be more than 0').default(fallback);
const flag = (fallback: boolean) =>
  z
    .enum(['on', 'off'], 'is neither on nor off')
    .default(fallback ? 'on' : 'off')
    .transform((value) => value === 'on');

const language = z
  .string()
  .default('English')
  .transform((text, context) => {
    const known = parseLanguage(text);
    if (known) return known;
    context.addIssue(`is not one of ${LANGUAGES.map(({ name, code }) => `${name} (${code})`).join(', ')}`);
    return z.NEVER;
  });

const Environment = z.object({
  EXPLAIN: flag(true),
  EXPLAIN_BASE_URL: z.url({ protocol: /^https?$/, error: 'is not a URL such as http://localhost:11434/v1' }).optional(),
  EXPLAIN_MODEL: z.string().optional(),
  EXPLAIN_API_KEY: z.string().default('none'),
  EXPLAIN_LANGUAGE: language,
  EXPLAIN_SHOWS_SITES: flag(false),
  EXPLAIN_TOKENS_PER_ANSWER: count(400),
  EXPLAIN_FIRST_WORD_SECONDS: count(20),
  EXPLAIN_SECONDS: count(90),
  EXPLAIN_RETRIES: z.coerce.number('is not a number').int().min(0).max(5).default(2),
  EXPLAIN_CONCURRENT: count(2),
  EXPLAIN_REQUESTS_PER_MINUTE: count(20),
  EXPLAIN_TOKENS_PER_MINUTE: count(60_000),
  EXPLAIN_TOKENS_PER_DAY: count(2_000_000),
  EXPLAIN_REQUESTS_PER_MINUTE_OF_USER: count(4),
  EXPLAIN_REQUESTS_PER_MINUTE_OF_WORKSPACE: count(20),
  EXPLAIN_MOST_WAITING: count(10),
  EXPLAIN_PRICE_PER_MILLION_INPUT: z.coerce.number('is not a number').min(0).optional(),
  EXPLAIN_PRICE_PER_MILLION_OUTPUT: z.coerce.number('is not a number').min(0).optional(),
});

/** The sentences for a person when the environment is wrong; else the settings, null where explanations are off. */
export type ExplainSettings =
  | { readonly problems: readonly string[] }
  | { readonly problems: null; readonly config: ExplainConfig | null };

/** Reads the variables that begin with EXPLAIN. Off without EXPLAIN_BASE_URL, and with EXPLAIN=off whatever else is set. */
export function readExplainConfig(environment: Readonly<Record<string, string | undefined>>): ExplainSettings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(set);
  if (!read.success)
    return { problems: read.error.issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`) };
  const { EXPLAIN, EXPLAIN_BASE_URL: baseUrl, EXPLAIN_MODEL: model } = read.data;
  if (!EXPLAIN || baseUrl === undefined) return { problems: null, config: null };
  if (model === undefined)
    return { problems: ['EXPLAIN_MODEL is missing: name the model that the server at EXPLAIN_BASE_URL has'] };
  return { problems: null, config: toConfig(read.data, baseUrl, model) };
}

function toConfig(read: z.infer<typeof Environment>, baseUrl: string, model: string): ExplainConfig {
  const { EXPLAIN_PRICE_PER_MILLION_INPUT: input, EXPLAIN_PRICE_PER_MILLION_OUTPUT: output } = read;
  return {
    server: {
      baseUrl,
      model,
      apiKey: read.EXPLAIN_API_KEY,
      mostTokens: read.EXPLAIN_TOKENS_PER_ANSWER,
      timeoutMs: read.EXPLAIN_SECONDS * 1000,
      retries: read.EXPLAIN_RETRIES,
    },
    language: read.EXPLAIN_LANGUAGE,
    keepsSites: read.EXPLAIN_SHOWS_SITES,
    firstWordMs: read.EXPLAIN_FIRST_WORD_SECONDS * 1000,
    limits: {
      concurrent: read.EXPLAIN_CONCURRENT,
      requestsPerMinute: read.EXPLAIN_REQUESTS_PER_MINUTE,
      tokensPerMinute: read.EXPLAIN_TOKENS_PER_MINUTE,
      tokensPerDay: read.EXPLAIN_TOKENS_PER_DAY,
      requestsPerMinuteOfUser: read.EXPLAIN_REQUESTS_PER_MINUTE_OF_USER,
      requestsPerMinuteOfWorkspace: read.EXPLAIN_REQUESTS_PER_MINUTE_OF_WORKSPACE,
      mostWaiting: read.EXPLAIN_MOST_WAITING,
    },
    price: input === undefined || output === undefined ? null : { perMillionInput: input, perMillionOutput: output },
  };
}
