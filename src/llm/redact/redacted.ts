/** Text that may leave this machine. Only `sealRedacted` makes one, and only `redactIncident` calls it; what asks a model takes
 * nothing else, so no other text can reach it. */
export type Redacted = string & { readonly [redacted]: true };
declare const redacted: unique symbol;

/** Marks text as redacted. For `redactIncident` alone. */
export const sealRedacted = (text: string): Redacted => text as Redacted;
