import { webApi } from '@slack/bolt';

/** What is known after a call to Slack failed. `not-sent`: Slack never saw it. `unsure`: it may have counted. */
export type Failure =
  | { readonly kind: 'rate-limited'; readonly waitMs: number }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'refused'; readonly code: string };

const NEVER_LEFT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const SERVER_TROUBLE: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Reads an error of Slack's client or of fetch. */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'rate-limited', waitMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatform(error.data.error);
  if (error instanceof webApi.WebAPIRequestError)
    return neverLeft(error.original) ? { kind: 'not-sent' } : { kind: 'unsure' };
  return neverLeft(error) ? { kind: 'not-sent' } : { kind: 'unsure' };
}

/** A short name for logs and metrics. */
export function nameFailure(failure: Failure): string {
  return failure.kind === 'refused' ? failure.code : failure.kind;
}

function ofPlatform(code: string): Failure {
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rate-limited', waitMs: 1000 };
  return SERVER_TROUBLE.has(code) ? { kind: 'unsure' } : { kind: 'refused', code };
}

function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && NEVER_LEFT.has(cause.code);
}
