import type { Signature } from '../entry.ts';
import { toUpstream } from '../facts/upstream.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Claim, KnownTemplate } from './known-template.ts';

/** As much of an error record as identification looks at. */
export type Said = Pick<ErrorRecord, 'level' | 'message' | 'forms' | 'action' | 'errno' | 'context'>;

/** The most specific signature of a template that holds for a record; null when no entry claims it. */
export function claimOf(record: Said, { claims }: KnownTemplate): Claim | null {
  for (const claim of claims) if (holds(claim, record)) return claim;
  return null;
}

function holds({ signature, actions, errnos, levels, schemes, containing }: Claim, record: Said): boolean {
  return (
    (errnos === null || includes(errnos, record.errno?.name ?? null)) &&
    (actions === null || hasAction(actions, record)) &&
    (levels === null || hasLevel(levels, signature, record)) &&
    (schemes === null || includes(schemes, schemeOf(record))) &&
    (containing === null || holdsWords(containing, record))
  );
}

/** The longest form has all that the others have. */
function holdsWords(wanted: readonly string[], { forms }: Said): boolean {
  const longest = forms[forms.length - 1] ?? '';
  for (const words of wanted) if (longest.includes(words)) return true;
  return false;
}

function includes(wanted: readonly string[], got: string | null): boolean {
  return got !== null && wanted.includes(got);
}

/** A line without a context may have been cut in the middle of its action. */
function hasAction(wanted: readonly string[], { action, context }: Said): boolean {
  if (action === null) return false;
  return wanted.includes(action) || (context.values.size === 0 && wanted.some((one) => one.startsWith(action)));
}

/** A line pasted without its level may have any, unless the level is all that sets this signature apart. */
function hasLevel(wanted: readonly string[], signature: Signature, { level }: Said): boolean {
  return level === null ? conditionsOf(signature) > 1 : wanted.includes(level);
}

const schemeOf = ({ context }: Said): string | null => toUpstream(context.values.get('upstream') ?? '')?.scheme ?? null;
