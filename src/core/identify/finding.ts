import type { Entry, Signature } from '../entry.ts';
import { type Facts, readFacts } from '../facts/read-facts.ts';
import type { Message } from '../message.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import type { Identified } from './identify-record.ts';

/** Lines of one error on one server and upstream. */
export interface Finding {
  /** Null when nginx-why knows the message and has no entry for it. */
  readonly entry: Entry | null;
  readonly signature: Signature | null;
  readonly template: string;
  readonly message: Message | null;
  /** In the order of the paste, never empty. */
  readonly records: readonly ErrorRecord[];
  /** Of the first line that has each. */
  readonly facts: Facts;
}

/** Groups identified lines by entry (or message), server and upstream, in the order of their first lines. */
export function toFindings(identified: readonly Identified[]): readonly Finding[] {
  const groups = new Map<
    string,
    { readonly first: Identified; readonly records: ErrorRecord[]; readonly facts: Map<string, string> }
  >();
  for (const one of identified) {
    const facts = readFacts(one);
    const key = JSON.stringify([
      one.entry?.id ?? one.template,
      facts.get('server') ?? '',
      facts.get('upstream.address') ?? facts.get('upstream') ?? '',
    ]);
    const group = groups.get(key) ?? { first: one, records: [], facts: new Map<string, string>() };
    group.records.push(one.record);
    for (const [name, value] of facts) if (!group.facts.has(name)) group.facts.set(name, value);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { entry, signature, template, message }, records, facts }) => ({
    entry,
    signature,
    template,
    message,
    records,
    facts,
  }));
}
