import type { Signature } from '../entry.ts';

/** How many conditions a signature has. */
export function conditionsOf({ actions, errnos, levels, schemes, containing }: Signature): number {
  return [actions, errnos, levels, schemes, containing].filter((condition) => condition !== undefined).length;
}

const MOST_CONDITIONS = 6;
/** A level says least about a line: whoever logs it chose it. */
const LEVEL_SHARE = 0.5;

/** Of two signatures that hold, the more specific one says more: it has more conditions, or names its block, which is another subject
 * and so goes before any number of conditions. */
export function specificityOf(signature: Signature): number {
  const level = signature.levels === undefined ? 0 : LEVEL_SHARE;
  return conditionsOf(signature) - level + (signature.block === undefined ? 0 : MOST_CONDITIONS);
}
