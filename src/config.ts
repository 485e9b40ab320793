import { z } from 'zod';
import { type ExplainConfig, readExplainConfig } from './explain-config.ts';

/** How events reach the bot. */
export type Delivery =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

/** Everything about this process that its environment decides. */
export interface Config {
  readonly botToken: string;
  readonly delivery: Delivery;
  /** Base of the Web API, with a slash at its end. */
  readonly apiUrl: string;
  /** The only origin that files are downloaded from, for example `https://files.slack.com`. */
  readonly filesOrigin: string;
  /** Entries of the operator's own instead of those that come with nginx-why; null for the latter. */
  readonly knowledgeDir: string | null;
  /** How long one call to Slack may take. */
  readonly slackTimeoutMs: number;
  /** Health, readiness and metrics; 0 picks a free port, which is logged. */
  readonly healthPort: number;
  readonly logLevel: LogLevel;
  /** After a SIGTERM the process ends within this time, finished or not. */
  readonly shutdownMs: number;
  /** A socket that stays away for longer ends the process, so that its supervisor starts a new one. */
  readonly disconnectedMs: number;
  /** Null: no model is ever asked. */
  readonly explain: ExplainConfig | null;
  /** The file that cases and counts of feedback are kept in; null keeps them in memory, until the process ends. */
  readonly storeFile: string | null;
  /** How long a case is kept after its last step. */
  readonly keepCasesMs: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Tells which variables are wrong, how, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    const list = problems.map((problem) => `  - ${problem}`).join('\n');
    super(`The bot can't start with this environment:\n${list}\n${HINT}`);
    this.problems = problems;
  }
}

const HINT =
  'Set them in the environment or in a file .env (see .env.example). To try nginx-why without Slack and without tokens, run: npm run demo';
const BOT_TOKEN_PLACE = 'https://api.slack.com/apps → your app → "OAuth & Permissions" → "Bot User OAuth Token"';
const APP_TOKEN_PLACE = '"Basic Information" → "App-Level Tokens", with the scope connections:write';
const SECRET_PLACE = '"Basic Information" → "App Credentials" → "Signing Secret"';

const port = (fallback: number) =>
  z.coerce.number('is not a number: set a port from 0 to 65535').int().min(0).max(65_535).default(fallback);
const seconds = (fallback: number) =>
  z.coerce.number('is not a number: set a number of seconds').positive('must be more than 0 seconds').default(fallback);
const url = (fallback: string) =>
  z
    .url({ protocol: /^https?$/, error: `is not a URL: leave it out, or set one such as ${fallback}` })
    .default(fallback);

const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string(`is missing: set the bot token, it starts with xoxb- (${BOT_TOKEN_PLACE})`)
    .startsWith('xoxb-', `is not a bot token: it starts with xoxb- (${BOT_TOKEN_PLACE})`),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', `is not an app-level token: it starts with xapp- (${APP_TOKEN_PLACE})`)
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, `is too short for a signing secret (${SECRET_PLACE})`).optional(),
  SLACK_API_URL: url('https://slack.com/api/'),
  SLACK_FILES_URL: url('https://files.slack.com/'),
  KNOWLEDGE_DIR: z.string().optional(),
  SLACK_TIMEOUT_SECONDS: seconds(10),
  PORT: port(3000),
  HEALTH_PORT: port(3001),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not a level: set one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SHUTDOWN_SECONDS: seconds(20),
  DISCONNECTED_SECONDS: seconds(300),
  STORE_FILE: z.string().optional(),
  CASE_DAYS: z.coerce
    .number('is not a number: set a number of days')
    .positive('must be more than 0 days')
    .max(3_650, 'must be at most 3650 days')
    .default(14),
});

/** Reads the environment; `node src/bot.ts` hands in `process.env`. An empty variable counts as not set.
 * Throws ConfigError with every problem, not only the first. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(set);
  const explain = readExplainConfig(set);
  const problems = [
    ...(read.error?.issues ?? []).map(toProblem),
    ...deliveryProblems(set),
    ...(explain.problems ?? []),
  ];
  if (!read.success || explain.problems !== null || problems.length > 0) throw new ConfigError(problems);
  return toConfig(read.data, explain.config);
}

function toProblem({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${path.map(String).join('.')} ${message}`;
}

function deliveryProblems(set: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (set.SLACK_APP_TOKEN || set.SLACK_SIGNING_SECRET) return [];
  return [
    `SLACK_APP_TOKEN is missing: set the app-level token, it starts with xapp- (${APP_TOKEN_PLACE}). ` +
      `Or, to receive events by HTTP, set SLACK_SIGNING_SECRET (${SECRET_PLACE})`,
  ];
}

function toConfig(read: z.infer<typeof Environment>, explain: ExplainConfig | null): Config {
  return {
    botToken: read.SLACK_BOT_TOKEN,
    delivery: read.SLACK_APP_TOKEN
      ? { kind: 'socket', appToken: read.SLACK_APP_TOKEN }
      : { kind: 'http', signingSecret: read.SLACK_SIGNING_SECRET ?? '', port: read.PORT },
    apiUrl: read.SLACK_API_URL.endsWith('/') ? read.SLACK_API_URL : `${read.SLACK_API_URL}/`,
    filesOrigin: new URL(read.SLACK_FILES_URL).origin,
    knowledgeDir: read.KNOWLEDGE_DIR ?? null,
    slackTimeoutMs: read.SLACK_TIMEOUT_SECONDS * 1000,
    healthPort: read.HEALTH_PORT,
    logLevel: read.LOG_LEVEL,
    shutdownMs: read.SHUTDOWN_SECONDS * 1000,
    disconnectedMs: read.DISCONNECTED_SECONDS * 1000,
    explain,
    storeFile: read.STORE_FILE ?? null,
    keepCasesMs: read.CASE_DAYS * 86_400_000,
  };
}
