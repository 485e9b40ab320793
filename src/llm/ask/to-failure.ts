import { BrokenCircuitError } from 'cockatiel';
import {
  APIConnectionError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import type { Failure } from './outcome.ts';
import { BrokenAnswer } from './read-sentences.ts';

/** A failure that was found while asking, and not by the server's answer. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

/** What an error means to the person who asked. Null for an error that is none of a model server's: a mistake of ours. */
export function toFailure(error: unknown): Failure | null {
  if (error instanceof AskError) return error.failure;
  if (error instanceof BrokenCircuitError) return 'server-away';
  if (error instanceof BrokenAnswer || error instanceof SyntaxError) return 'broken-answer';
  if (error instanceof APIUserAbortError) return 'stopped';
  if (error instanceof APIConnectionError) return 'server-away';
  if (error instanceof RateLimitError) return 'rate-limited';
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) return 'key-refused';
  if (error instanceof NotFoundError) return 'model-unknown';
  if (error instanceof APIError) return ofCode(error);
  return isCutConnection(error) ? 'server-away' : null;
}

/** Whether more requests would meet the same trouble: these open the circuit. */
export function isServerTrouble(error: unknown): boolean {
  const failure = toFailure(error);
  return failure !== null && ['server-away', 'rate-limited', 'key-refused', 'first-word-too-late'].includes(failure);
}

/** A refusal that may be about a parameter which another dialect leaves out. */
export function isRefusedDialect(error: unknown): boolean {
  return (
    error instanceof APIError && (error.status === 400 || error.status === 422) && ofCode(error) === 'broken-answer'
  );
}

function ofCode({ code, message, status }: APIError): Failure {
  const words = `${code ?? ''} ${message}`;
  if (/context_length|context length|maximum context|too many tokens|exceeds? the (?:available )?context/i.test(words))
    return 'context-too-long';
  if (/content_filter|content management|content policy/i.test(words)) return 'content-filter';
  return status !== undefined && status < 500 ? 'broken-answer' : 'server-away';
}

/** What fetch throws when a connection ends in the middle of a body. */
function isCutConnection(error: unknown): boolean {
  return error instanceof TypeError && /terminated|fetch failed|network/i.test(error.message);
}
