import type { Signature } from '../entry.ts';

/** How many conditions a signature has: of two that hold, the one with more says more. */
export function conditionsOf({ actions, errnos, levels, schemes, containing }: Signature): number {
  return [actions, errnos, levels, schemes, containing].filter((condition) => condition !== undefined).length;
}
