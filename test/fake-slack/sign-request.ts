import { createHmac } from 'node:crypto';

/** The `x-slack-signature` header of a body, version v0. `timestamp` is in seconds since 1970. */
export function signRequest(secret: string, timestamp: number, body: string): string {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return `v0=${digest}`;
}
