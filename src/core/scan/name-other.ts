import { readFacts } from '../facts/read-facts.ts';
import type { Catalogue } from '../identify/catalogue.ts';
import { identifyRecord } from '../identify/identify-record.ts';
import { type Peeled, peelEnvelope } from '../paste/peel-envelope.ts';
import { readControllerLine } from '../records/read-error.ts';
import type { CompanionMatch } from '../records/read-records.ts';

/** Names a line that nginx itself did not write: the entry's id and the cluster's object of a line of ingress-nginx's controller,
 * a companion's id; null where it says nothing. */
export type NameOther = (line: string) => string | null;

/** `matchCompanion` knows other programs' lines. */
export function createNameOther(
  catalogue: Catalogue,
  matchCompanion: (text: string) => readonly CompanionMatch[],
): NameOther {
  const nameController = (line: Peeled): string | null => {
    if (!['.go:', 'webhook', 'reloading'].some((word) => line.text.includes(word))) return null;
    const record = readControllerLine({ ...line, at: [0] }, catalogue.isAction);
    const identified = record && identifyRecord(record, catalogue);
    if (!identified?.entry) return null;
    const facts = readFacts(identified);
    return `${identified.entry.id} ${facts.get('namespace') ?? ''}/${facts.get('object') ?? ''}`;
  };
  return (line) => {
    const peeled = peelEnvelope(line);
    return nameController(peeled) ?? matchCompanion(peeled.text)[0]?.pattern.id ?? null;
  };
}
