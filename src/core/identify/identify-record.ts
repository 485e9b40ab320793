import type { Entry, Signature } from '../entry.ts';
import { toUpstream } from '../facts/upstream.ts';
import type { Message } from '../message.ts';
import { blockOf } from '../records/block.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import type { Catalogue } from './catalogue.ts';
import { conditionsOf } from './conditions-of.ts';
import type { KnownTemplate } from './known-template.ts';
import { retellingsOf } from './retellings.ts';
import { bySpecificity } from './template.ts';
import type { Fit } from './template-index.ts';

/** An error record whose message is known. */
export interface Identified {
  readonly record: ErrorRecord;
  /** nginx's format string. */
  readonly template: string;
  /** The texts in the template's holes; empty for a line that was cut. */
  readonly captures: readonly string[];
  /** The place in nginx that most likely logged it; null for a template that only an entry knows. */
  readonly message: Message | null;
  readonly entry: Entry | null;
  readonly signature: Signature | null;
}

const SHORTEST_CUT = 18;
const SHORTEST_END = 14;

/** What `actions` names for a line that has a context and no action: lua's and njs' own connections. */
const NO_ACTION = 'none';

interface Candidate extends Fit {
  /** True when the template holds what looks like an errno at the line's end. */
  readonly holdsErrno: boolean;
}

/** Finds the template and the entry of one error record; null when nginx-why knows neither. */
export function identifyRecord(record: ErrorRecord, catalogue: Catalogue): Identified | null {
  const candidates = candidatesFor(record, catalogue);
  const [best] = candidates;
  if (!best) return identifyRetold(record, catalogue) ?? identifyCut(record, catalogue);
  for (const candidate of candidates) {
    const seen = candidate.holdsErrno ? { ...record, errno: null } : record;
    const claim = claimOf(seen, candidate.known);
    // an entry may claim a wider format string; the line is still the one that says most
    if (claim) return toIdentified(seen, candidate.holdsErrno === best.holdsErrno ? best : candidate, catalogue, claim);
  }
  return toIdentified(best.holdsErrno ? { ...record, errno: null } : record, best, catalogue, null);
}

/** Each retelling has less of what could be told otherwise, so this ends. */
function identifyRetold(record: ErrorRecord, catalogue: Catalogue): Identified | null {
  for (const message of retellingsOf(record.message)) {
    const identified = identifyRecord({ ...record, message, forms: [message] }, catalogue);
    if (identified) return identified;
  }
  return null;
}

/** The message without suffixes first; with them only where a template could hold them, or where nothing else fits. */
function candidatesFor(record: ErrorRecord, { index }: Catalogue): readonly Candidate[] {
  const [bare = '', ...longer] = record.forms;
  const plain: readonly Candidate[] = index.fits(bare).map((fit) => ({ ...fit, holdsErrno: false }));
  if (longer.length === 0) return plain;
  const find = plain.length > 0 ? index.fitsWithSuffix : index.fits;
  const others = longer.flatMap((form) => find(form).map((fit) => ({ ...fit, holdsErrno: record.errno !== null })));
  if (others.length === 0) return plain;
  return [...plain, ...others].sort((a, b) => bySpecificity(a.known, b.known));
}

type Claim = KnownTemplate['claims'][number];

function claimOf(record: ErrorRecord, { claims }: KnownTemplate): Claim | null {
  return claims.find(({ signature }) => holds(signature, record)) ?? null;
}

function holds(signature: Signature, record: ErrorRecord): boolean {
  const { actions, errnos, schemes, block, containing } = signature;
  const scheme = toUpstream(record.context.values.get('upstream') ?? '')?.scheme ?? null;
  return (
    (record.author === null || record.author === (signature.author ?? 'nginx')) &&
    includes(actions, actionOf(record), record.context.values.size === 0 ? isCutAction : undefined) &&
    includes(errnos, record.errno?.name ?? null) &&
    hasLevel(signature, record) &&
    includes(schemes, scheme) &&
    (block === undefined || block === blockOf(record)) &&
    (containing === undefined || containing.some((words) => record.forms.some((form) => form.includes(words))))
  );
}

/** A line pasted without its level may have any, unless the level is all that sets this signature apart. */
function hasLevel(signature: Signature, { level }: ErrorRecord): boolean {
  if (level !== null) return includes(signature.levels, level);
  return signature.levels === undefined || conditionsOf(signature) > 1;
}

/** Where a context follows, an action can't have been cut off; where a proxied upstream stands in it, somebody took the action out.
 * Lua names its server without a scheme: `upstream: redis.internal:6379(10.0.3.9:6379)`. */
const actionOf = ({ action, context: { values } }: ErrorRecord): string | null =>
  action ?? (values.size > 0 && !(values.get('upstream') ?? '').includes('://') ? NO_ACTION : null);

/** A line without a context may have been cut in the middle of its action. */
const isCutAction = (wanted: string, got: string): boolean => wanted === got || wanted.startsWith(got);

function includes(
  wanted: readonly string[] | undefined,
  got: string | null,
  same: (wanted: string, got: string) => boolean = (a, b) => a === b,
): boolean {
  return wanted === undefined || (got !== null && wanted.some((one) => same(one, got)));
}

function toIdentified(
  record: ErrorRecord,
  { known, captures }: Fit,
  catalogue: Catalogue,
  claim: Claim | null,
): Identified {
  return {
    record,
    template: known.source,
    captures,
    message: likeliestPlace(record, known.messages),
    entry: claim && catalogue.entry(claim.entry),
    signature: claim?.signature ?? null,
  };
}

/** Twins share their text; the one whose level and tail fit is named. */
function likeliestPlace(record: ErrorRecord, messages: readonly Message[]): Message | null {
  const score = (message: Message): number =>
    Number(message.level === record.level || (message.levels ?? []).some((level) => level === record.level)) * 4 +
    Number(message.errno_appended === (record.errno !== null)) * 2 +
    Number((message.ctx !== 'none') === record.context.values.size > 0);
  let best: Message | null = null;
  for (const message of messages) if (best === null || score(message) > score(best)) best = message;
  return best;
}

/** A line cut in its message is named when all that it can be has one entry. */
function identifyCut(record: ErrorRecord, catalogue: Catalogue): Identified | null {
  const text = record.message.replace(/[$\u2026.]+$/, '').trimEnd();
  const isLong = record.context.values.size === 0 && text.length >= SHORTEST_CUT;
  const completed = isLong
    ? [
        ...catalogue.index.completions(text),
        ...(record.level === null ? [] : catalogue.index.cutInsideValue(text, SHORTEST_CUT)),
      ]
    : [];
  const missing = record.level === null && text.length >= SHORTEST_END ? catalogue.index.endings(text) : [];
  const possible = [...completed, ...missing];
  const claims = possible.map((known) => claimOf(record, known));
  const [first] = claims;
  const [known] = possible;
  if (!known || (possible.length > 1 && (!first || claims.some((claim) => claim?.entry !== first.entry)))) return null;
  return toIdentified(record, { known, captures: [] }, catalogue, first ?? null);
}
