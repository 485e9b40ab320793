import type { Signature } from '../entry.ts';
import { toUpstream } from '../facts/upstream.ts';
import { blockOf } from '../records/block.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Claim, KnownTemplate } from './known-template.ts';

/** As much of an error record as identification looks at. */
export type Said = Pick<ErrorRecord, 'author' | 'level' | 'message' | 'forms' | 'action' | 'errno' | 'context'>;

/** The most specific signature of a template that holds for a record; null when no entry claims it. */
export function claimOf(record: Said, { claims }: KnownTemplate): Claim | null {
  for (const claim of claims) if (holds(claim, record)) return claim;
  return isCutInErrno(record) ? claimOfCut(record, claims) : null;
}

/** A copy or nginx ended the line inside of the system's error: no action could follow. */
function isCutInErrno({ action, errno, context: { values }, forms }: Said): boolean {
  return errno !== null && action === null && values.size === 0 && !(forms[forms.length - 1] ?? '').endsWith(')');
}

/** The claim that holds whatever nginx was doing, where only one entry has such. */
function claimOfCut(record: Said, claims: readonly Claim[]): Claim | null {
  const possible = claims.filter(
    (claim) =>
      claim.actions !== null && !claim.actions.includes(NO_ACTION) && holds({ ...claim, actions: null }, record),
  );
  const [first = null] = possible;
  return possible.every(({ entry }) => entry === first?.entry) ? first : null;
}

function holds(
  { signature, author, actions, errnos, levels, schemes, block, containing }: Claim,
  record: Said,
): boolean {
  return (
    (record.author === null || record.author === author) &&
    (errnos === null || includes(errnos, record.errno?.name ?? null)) &&
    (actions === null || hasAction(actions, record)) &&
    (levels === null || hasLevel(levels, signature, record)) &&
    (schemes === null || includes(schemes, schemeOf(record))) &&
    (block === null || block === blockOf(record)) &&
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

/** What `actions` names for a line that has a context and no action: lua's and njs' own connections. */
const NO_ACTION = 'none';

/** A line without a context may have been cut in the middle of its action. Where one follows, the action is whole or there is none;
 * where a proxied upstream stands in it, somebody took the action out. Lua names its server without a scheme:
 * `upstream: redis.internal:6379(10.0.3.9:6379)`. */
function hasAction(wanted: readonly string[], { action, context: { values } }: Said): boolean {
  if (action === null)
    return values.size > 0 && !(values.get('upstream') ?? '').includes('://') && wanted.includes(NO_ACTION);
  return wanted.includes(action) || (values.size === 0 && wanted.some((one) => one.startsWith(action)));
}

/** A line pasted without its level may have any, unless the level is all that sets this signature apart. */
function hasLevel(wanted: readonly string[], signature: Signature, { level }: Said): boolean {
  return level === null ? conditionsOf(signature) > 1 : wanted.includes(level);
}

const schemeOf = ({ context }: Said): string | null => toUpstream(context.values.get('upstream') ?? '')?.scheme ?? null;
