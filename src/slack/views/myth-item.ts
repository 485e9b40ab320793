import { type Inline, prose, words } from './rich-text.ts';

/** Popular advice and why it is wrong here, on one line. */
export function mythItem(claim: string, why: string): readonly Inline[] {
  return [...prose(claim.replace(/\.$/, '')), ...words(' — '), ...prose(why)];
}
