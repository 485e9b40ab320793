import type { JsonObject } from './json.ts';

/** An answer `{ok: false, error: code}` of the Web API, thrown by a method. */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  /** Further fields of the answer, such as `needed` and `provided`. */
  readonly extra: JsonObject;
  constructor(code: string, extra: JsonObject = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}
