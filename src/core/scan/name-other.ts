import { readFacts } from '../facts/read-facts.ts';
import type { Catalogue } from '../identify/catalogue.ts';
import { identifyRecord } from '../identify/identify-record.ts';
import { peelEnvelope } from '../paste/peel-envelope.ts';
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
  const nameController = (line: string): string | null => {
    if (!line.includes('.go:') && !line.includes('webhook') && !line.includes('reloading')) return null;
    const { text, prefix, program } = peelEnvelope(line);
    const record = readControllerLine({ text, at: [0], prefix, program }, catalogue.isAction);
    const identified = record && identifyRecord(record, catalogue);
    if (!identified?.entry) return null;
    const facts = readFacts(identified);
    return `${identified.entry.id} ${facts.get('namespace') ?? ''}/${facts.get('object') ?? ''}`;
  };
  return (line) => nameController(line) ?? matchCompanion(line)[0]?.pattern.id ?? null;
}
