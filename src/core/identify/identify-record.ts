import type { Entry, Signature } from '../entry.ts';
import type { Message } from '../message.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { takeSuffixesOff } from '../records/message-suffixes.ts';
import { upToEnd } from '../records/told-messages.ts';
import type { Catalogue } from './catalogue.ts';
import { claimOf, type Said } from './claim-of.ts';
import type { Claim, KnownTemplate } from './known-template.ts';
import { retellingsOf } from './retellings.ts';
import type { Fit } from './template-index.ts';

/** An error record whose message is known. */
export interface Identified {
  readonly record: ErrorRecord;
  /** nginx's format string. */
  readonly template: string;
  /** The template's own words before, between and behind its holes. */
  readonly literals: readonly string[];
  /** The texts in the template's holes; empty for a line that was cut. */
  readonly captures: readonly string[];
  /** The place in nginx that most likely logged it; null for a template that only an entry knows. */
  readonly message: Message | null;
  readonly entry: Entry | null;
  readonly signature: Signature | null;
}

const SHORTEST_CUT = 18;
const SHORTEST_END = 14;
const MOST_RETOLD = 12;
/** What people and nginx put where they cut a line. */
const CUT_MARKS = new Set(['$', '.', '\u2026']);

/** Finds the template and the entry of one error record; null when nginx-why knows neither. */
export function identifyRecord(record: ErrorRecord, catalogue: Catalogue): Identified | null {
  const decision = decide(record, catalogue.index.fits(record.forms), catalogue);
  if (!decision) return null;
  const { seen, known, captures, claim } = decision;
  return {
    record: { ...record, message: seen.message, forms: seen.forms, errno: seen.errno },
    template: known.source,
    literals: known.literals,
    captures,
    message: likeliestPlace(seen, known.messages()),
    entry: claim && catalogue.entry(claim.entry),
    signature: claim?.signature ?? null,
  };
}

/** The name of what `identifyRecord` finds: the entry's id, the format string where no entry claims it, null for nothing. `fits` are
 * those of the record's forms. */
export function nameRecord(record: Said, fits: readonly Fit[], catalogue: Catalogue): string | null {
  const decision = decide(record, fits, catalogue);
  return decision && (decision.claim ? catalogue.entryId(decision.claim.entry) : decision.known.source);
}

/** The id of the entry that claims a record of which the templates are known; null without one. */
export function nameAmong(record: Said, fits: readonly Fit[], catalogue: Catalogue): string | null {
  const claim = decideAmong(record, fits)?.claim;
  return claim ? catalogue.entryId(claim.entry) : null;
}

interface Decision {
  /** The record without an errno that belongs to its template. */
  readonly seen: Said;
  readonly known: KnownTemplate;
  readonly captures: readonly string[];
  readonly claim: Claim | null;
}

function decide(record: Said, fits: readonly Fit[], catalogue: Catalogue): Decision | null {
  return decideAsTold(record, fits, catalogue) ?? decideRetold(record, catalogue) ?? decideCut(record, catalogue);
}

function decideAsTold(record: Said, fits: readonly Fit[], catalogue: Catalogue): Decision | null {
  const decision = decideAmong(record, fits);
  return decision?.claim ? decision : decideAmong(record, catalogue.index.withValues(fits, record.forms));
}

function decideAmong(record: Said, fits: readonly Fit[]): Decision | null {
  const [best] = fits;
  if (!best) return null;
  for (const fit of fits) {
    const seen = holdsErrno(fit, record) ? { ...record, errno: null } : record;
    const claim = claimOf(seen, fit.known);
    // an entry may claim a wider format string; the line is still the one that says most
    if (claim) return toDecision(seen, holdsErrno(fit, record) === holdsErrno(best, record) ? best : fit, claim);
  }
  return toDecision(holdsErrno(best, record) ? { ...record, errno: null } : record, best, null);
}

/** What looks like the system's error at the line's end belongs to the template. */
const holdsErrno = ({ holdsSuffix }: Fit, { errno }: Said): boolean => holdsSuffix && errno !== null;

const toDecision = (seen: Said, { known, captures }: Fit, claim: Claim | null): Decision => ({
  seen,
  known,
  captures,
  claim,
});

/** Somebody may have done several of these things to a message. The number of attempts is bounded: hostile ones can be told in
 * ever new ways. */
function decideRetold(record: Said, catalogue: Catalogue): Decision | null {
  const told = new Set([record.message]);
  for (const message of told) {
    const retold = message === record.message ? record : { ...record, message, forms: [message] };
    const decision = decideUpToEnd(retold, catalogue) ?? (retold === record ? null : decideWhole(retold, catalogue));
    if (decision) return decision;
    for (const other of retellingsOf(message)) if (told.size <= MOST_RETOLD) told.add(other);
  }
  return null;
}

const decideWhole = (record: Said, catalogue: Catalogue): Decision | null =>
  decideAsTold(record, catalogue.index.fits(record.forms), catalogue) ?? decideCut(record, catalogue);

/** nginx's message, and words of the person who pasted it behind its end. */
function decideUpToEnd(record: Said, catalogue: Catalogue): Decision | null {
  if (record.level === null || record.errno !== null || record.action !== null) return null;
  const text = upToEnd(record.message, catalogue.isWholeAction);
  return text === null ? null : decideWhole({ ...record, ...takeSuffixesOff(text, catalogue.isAction) }, catalogue);
}

/** A line cut in its message is named when all that it can be has one entry. */
function decideCut(record: Said, { index }: Catalogue): Decision | null {
  const text = withoutCutMarks(record.message).trimEnd();
  const isCut = record.context.values.size === 0 && text.length >= SHORTEST_CUT;
  const isEnd = record.level === null && text.length >= SHORTEST_END;
  const completed = isCut ? index.completions(text) : [];
  const inValue = isCut && record.level !== null ? index.cutInsideValue(text, SHORTEST_CUT) : [];
  const possible = [...completed, ...inValue, ...(isEnd ? index.endings(text) : [])];
  const claims = possible.map((known) => claimOf(record, known));
  const [first] = claims;
  const [known] = possible;
  if (!known || (possible.length > 1 && (!first || claims.some((claim) => claim?.entry !== first.entry)))) return null;
  return { seen: record, known, captures: [], claim: first ?? null };
}

function withoutCutMarks(text: string): string {
  let end = text.length;
  while (CUT_MARKS.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Twins share their text; the one whose level and tail fit is named. */
function likeliestPlace(record: Said, messages: readonly Message[]): Message | null {
  const score = (message: Message): number =>
    Number(message.level === record.level || (message.levels ?? []).some((level) => level === record.level)) * 4 +
    Number(message.errno_appended === (record.errno !== null)) * 2 +
    Number((message.ctx !== 'none') === record.context.values.size > 0);
  let best: Message | null = null;
  for (const message of messages) if (best === null || score(message) > score(best)) best = message;
  return best;
}
