import { type Entry, SEVERITIES, type Severity, type Signature } from '../entry.ts';
import { type Facts, readFacts } from '../facts/read-facts.ts';
import type { Message } from '../message.ts';
import type { ErrorRecord, LogRecord } from '../records/log-record.ts';
import type { Identified } from './identify-record.ts';

/** Lines of one error on one server and upstream. */
export interface Finding {
  /** Null when nginx-why knows the message and has no entry for it. */
  readonly entry: Entry | null;
  readonly signature: Signature | null;
  readonly template: string;
  readonly message: Message | null;
  /** The first `MOST_RECORDS`, in the order of the paste, never empty. */
  readonly records: readonly ErrorRecord[];
  /** The line that stands for all of them: the first one whose message the entry names before the others'. */
  readonly lead: ErrorRecord;
  /** The others of a paste; empty where a log was summed up. */
  readonly moreRecords: readonly ErrorRecord[];
  /** Lines of earlier pastes of the case that say something about this error. */
  readonly remembered: readonly LogRecord[];
  readonly tally: Tally;
  /** Of the first line that has each. */
  readonly facts: Facts;
}

/** The one that matters more; null where neither has any. */
export function worseOf(one: Severity | null, other: Severity | null): Severity | null {
  return SEVERITIES.find((severity) => severity === one || severity === other) ?? null;
}

/** How much a finding matters; null for one without an entry. */
export function severityOf({ entry, signature }: Pick<Finding, 'entry' | 'signature'>): Severity | null {
  return entry && (signature?.severity ?? entry.severity);
}

/** How often and when an error occurred, whether or not all of its lines were kept. */
export interface Tally {
  readonly count: number;
  /** As nginx wrote them, `YYYY/MM/DD HH:MM:SS`; null without times. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** 1-based numbers of the first lines, ascending; at most `MOST_LINES`. */
  readonly lines: readonly number[];
  /** How many lines each minute has, by `YYYY/MM/DD HH:MM`; lines without a time are in none. At most `MOST_MINUTES`. Of a log of
   * many hours the earlier ones may be tens of minutes, hours or days, by their first minute. */
  readonly perMinute: ReadonlyMap<string, number>;
}

/** More lines of one error tell no more about its cause; hostile input must not grow without bounds. */
const MOST_RECORDS = 200;
export const MOST_LINES = 1_000;
const MOST_MINUTES = 3_000;

/** Places that an error is told apart by; hostile input names ever new ones, and lines beyond are one finding of their error. */
const MOST_APART = 200;

/** What makes two lines one finding: the entry (or message), the server and the upstream, or the object of the cluster. */
function findingKey(name: string, facts: Facts): string {
  return JSON.stringify([
    name,
    facts.get('server') ?? '',
    facts.get('upstream.address') ?? facts.get('upstream') ?? '',
    facts.get('namespace') ?? '',
    facts.get('object') ?? '',
  ]);
}

interface Group {
  lead: Identified;
  readonly records: ErrorRecord[];
  readonly facts: Map<string, string>;
  count: number;
}

/** Groups identified lines, in the order of their first lines. */
export function toFindings(identified: readonly Identified[]): readonly Finding[] {
  const groups = new Map<string, Group>();
  for (const one of identified) {
    const facts = readFacts(one);
    const name = one.entry?.id ?? one.template;
    const own = findingKey(name, facts);
    const key = groups.has(own) || groups.size < MOST_APART ? own : name;
    const group = groups.get(key) ?? { lead: one, records: [], facts: new Map<string, string>(), count: 0 };
    group.count += 1;
    if (one.signature !== group.lead.signature && rankOf(one) < rankOf(group.lead)) group.lead = one;
    group.records.push(one.record);
    for (const [name, value] of facts) if (!group.facts.has(name)) group.facts.set(name, value);
    groups.set(key, group);
  }
  return [...groups.values()].map(toFinding);
}

/** An entry names the message that it is about first, then its variants and what comes along with it. */
function rankOf({ entry, signature }: Identified): number {
  if (!entry || !signature || entry.signatures.length === 1) return 0;
  const wanted = JSON.stringify(signature);
  return entry.signatures.findIndex((one) => JSON.stringify(one) === wanted);
}

function toFinding({
  lead: { record: lead, entry, signature, template, message },
  records,
  facts,
  count,
}: Group): Finding {
  const times = records.flatMap(({ time }) => (time === null ? [] : [time])).toSorted();
  const lines = records.flatMap(({ at }) => at).toSorted((a, b) => a - b);
  const perMinute = new Map<string, number>();
  for (const time of times) countMinute(perMinute, time.slice(0, 16), 1);
  return {
    entry,
    signature,
    template,
    message,
    records: records.slice(0, MOST_RECORDS),
    moreRecords: records.slice(MOST_RECORDS),
    remembered: [],
    lead,
    tally: {
      count,
      firstAt: times[0] ?? null,
      lastAt: times.at(-1) ?? null,
      lines: lines.slice(0, MOST_LINES),
      perMinute,
    },
    facts,
  };
}

/** Counts the lines of a minute; beyond `MOST_MINUTES` only minutes that are known already are counted. */
export function countMinute(perMinute: Map<string, number>, minute: string, lines: number): void {
  const count = perMinute.get(minute);
  if (lines > 0 && (count !== undefined || perMinute.size < MOST_MINUTES)) perMinute.set(minute, (count ?? 0) + lines);
}
