import type { JsonObject } from './json.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** Something that Slack hands to the bot. */
export interface Envelope {
  readonly id: string;
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
}

/** Set when the same envelope is delivered once more. */
export interface Retry {
  readonly attempt: number;
  readonly reason: string;
}

/** Hands an envelope to the bot and resolves with the body of its acknowledgement (empty when it has none).
 * Rejects when the bot doesn't acknowledge in time, or at all. */
export type Deliver = (envelope: Envelope, retry: Retry | null) => Promise<JsonObject>;

/** The time that Slack gives an app to acknowledge. */
export const ACK_MS = 3_000;
