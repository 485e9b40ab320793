import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1-2', SLACK_APP_TOKEN: 'xapp-1-2' };
const SECRET = { SLACK_BOT_TOKEN: 'xoxb-1-2', SLACK_SIGNING_SECRET: '0123456789abcdef' };

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
}

describe('events come', () => {
  test('by Socket Mode when there is an app-level token, also beside a signing secret', () => {
    expect(readConfig({ ...SECRET, ...TOKENS }).delivery).toEqual({ kind: 'socket', appToken: 'xapp-1-2' });
  });

  test('by signed HTTP when there is only a signing secret', () => {
    const delivery = { kind: 'http', signingSecret: '0123456789abcdef', port: 8080 };
    expect(readConfig({ ...SECRET, PORT: '8080' }).delivery).toEqual(delivery);
  });
});

test('what is not set has a default that fits production', () => {
  expect(readConfig(TOKENS)).toMatchObject({
    apiUrl: 'https://slack.com/api/',
    filesOrigin: 'https://files.slack.com',
    healthPort: 3001,
    logLevel: 'info',
    knowledgeDir: null,
    storeFile: null,
    keepCasesMs: 14 * 86_400_000,
  });
});

describe('explanations are', () => {
  const MODEL = { EXPLAIN_BASE_URL: 'http://localhost:11434/v1', EXPLAIN_MODEL: 'llama3.1' };

  test.for([
    ['off without a server', {}],
    ['off when told so, whatever else is set', { ...MODEL, EXPLAIN: 'off' }],
  ] as const)('%s', ([, more]) => {
    expect(readConfig({ ...TOKENS, ...more }).explain).toBeNull();
  });

  test('on with a server and a model, without a price until there is a whole one', () => {
    const { explain } = readConfig({ ...TOKENS, ...MODEL, EXPLAIN_PRICE_PER_MILLION_INPUT: '0.15' });
    expect(explain).toMatchObject({ server: { model: 'llama3.1' }, language: { name: 'English' }, price: null });
  });

  test.for([
    ['a server without a model', { EXPLAIN_BASE_URL: 'http://localhost/v1' }, 'EXPLAIN_MODEL is missing'],
    ['a language in which nothing can be checked', { ...MODEL, EXPLAIN_LANGUAGE: 'Klingon' }, 'EXPLAIN_LANGUAGE'],
    ['a limit that is no number', { ...MODEL, EXPLAIN_CONCURRENT: 'many' }, 'EXPLAIN_CONCURRENT'],
  ] as const)('refused with %s', ([, more, problem]) => {
    expect(problemsOf({ ...TOKENS, ...more }).join()).toContain(problem);
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ ...TOKENS, LOG_LEVEL: '', HEALTH_PORT: ' ' })).toMatchObject({
    logLevel: 'info',
    healthPort: 3001,
  });
});

test('the base of the Web API gets its slash, and files come from an origin', () => {
  const { apiUrl, filesOrigin } = readConfig({
    ...TOKENS,
    SLACK_API_URL: 'http://127.0.0.1:9/api',
    SLACK_FILES_URL: 'http://127.0.0.1:10/files/',
  });
  expect([apiUrl, filesOrigin]).toEqual(['http://127.0.0.1:9/api/', 'http://127.0.0.1:10']);
});

describe('an error names the variable, what is wrong and what to do:', () => {
  test.for([
    ['no bot token', { SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN is missing.*OAuth & Permissions/],
    [
      'a user token',
      { ...TOKENS, SLACK_BOT_TOKEN: 'xoxp-1' },
      /^SLACK_BOT_TOKEN is not a bot token: it starts with xoxb-/,
    ],
    [
      'no way for events to come',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      /^SLACK_APP_TOKEN is missing.*App-Level Tokens.*SLACK_SIGNING_SECRET/,
    ],
    ['the wrong app token', { ...TOKENS, SLACK_APP_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN is not an app-level token/],
    ['a port of words', { ...TOKENS, PORT: 'http' }, /^PORT is not a number/],
    ['a port too high', { ...TOKENS, HEALTH_PORT: '70000' }, /^HEALTH_PORT/],
    ['no URL', { ...TOKENS, SLACK_API_URL: 'slack' }, /^SLACK_API_URL is not a URL/],
    ['an unknown level', { ...TOKENS, LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not a level: set one of fatal, error/],
    ['days of words', { ...TOKENS, CASE_DAYS: 'long' }, /^CASE_DAYS is not a number: set a number of days/],
    ['cases kept for ever', { ...TOKENS, CASE_DAYS: '99999' }, /^CASE_DAYS must be at most 3650 days/],
    ['no time at all', { ...TOKENS, SHUTDOWN_SECONDS: '0' }, /^SHUTDOWN_SECONDS must be more than 0 seconds/],
  ] as const)('%s', ([, environment, problem]) => {
    expect(problemsOf(environment)).toEqual([expect.stringMatching(problem)]);
  });

  test('every problem is told at once, with the way to try the bot without tokens', () => {
    expect(problemsOf({ PORT: 'x' })).toHaveLength(3);
    expect(() => readConfig({})).toThrow(/npm run demo/);
  });
});
