const PLACES = {
  SLACK_BOT_TOKEN: '"OAuth & Permissions"',
  SLACK_APP_TOKEN: '"Basic Information" → "App-Level Tokens"',
} as const;

/** Slack refused a token itself; trying again is of no use. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';
  constructor(variable: keyof typeof PLACES, code: string) {
    super(`Slack refused ${variable} (${code}). Copy it again from your app's page ${PLACES[variable]}.`);
  }
}
