import type { Signature } from '../entry.ts';
import { toUpstream } from '../facts/upstream.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { conditionsOf } from './conditions-of.ts';
import type { KnownTemplate } from './known-template.ts';

/** A signature of an entry, by the entry's number. */
export type Claim = KnownTemplate['claims'][number];

/** The most specific signature of a template that holds for a record; null when no entry claims it. */
export function claimOf(record: ErrorRecord, { claims }: KnownTemplate): Claim | null {
  for (const claim of claims) if (holds(claim.signature, record)) return claim;
  return null;
}

function holds(signature: Signature, record: ErrorRecord): boolean {
  const { actions, errnos, schemes, containing } = signature;
  return (
    (errnos === undefined || includes(errnos, record.errno?.name ?? null)) &&
    (actions === undefined || hasAction(actions, record)) &&
    hasLevel(signature, record) &&
    (schemes === undefined || includes(schemes, schemeOf(record))) &&
    (containing === undefined || containing.some((words) => record.forms.some((form) => form.includes(words))))
  );
}

function includes(wanted: readonly string[], got: string | null): boolean {
  return got !== null && wanted.includes(got);
}

/** A line without a context may have been cut in the middle of its action. */
function hasAction(wanted: readonly string[], { action, context }: ErrorRecord): boolean {
  if (action === null) return false;
  return wanted.includes(action) || (context.values.size === 0 && wanted.some((one) => one.startsWith(action)));
}

/** A line pasted without its level may have any, unless the level is all that sets this signature apart. */
function hasLevel(signature: Signature, { level }: ErrorRecord): boolean {
  if (signature.levels === undefined) return true;
  return level === null ? conditionsOf(signature) > 1 : signature.levels.includes(level);
}

const schemeOf = ({ context }: ErrorRecord): string | null =>
  toUpstream(context.values.get('upstream') ?? '')?.scheme ?? null;
