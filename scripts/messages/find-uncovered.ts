import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { createCatalogue } from '../../src/core/identify/catalogue.ts';
import { identifyRecord } from '../../src/core/identify/identify-record.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import type { Message } from '../../src/core/message.ts';
import { renderSample } from '../../src/core/messages/render-sample.ts';
import { splitPaste } from '../../src/core/paste/split-paste.ts';
import { readBareMessage, readErrorLine } from '../../src/core/records/read-error.ts';

/** One distinct template of the catalogue of which some lines, or all, reach no entry. */
export interface Uncovered {
  /** The first of the places that log it. */
  readonly message: Message;
  /** True when no entry names the template and none claims a sample line of it through a wider one. */
  readonly isWholly: boolean;
  /** The first sample line without an entry. */
  readonly line: string;
}

/** Enough for each action and errno that a sample may get to occur. */
const SAMPLES_PER_PLACE = 24;

/** Templates with at least one sample line that no entry claims, in the catalogue's order. Abstract and generic messages have no
 * lines of their own and are left out. */
export function findUncovered(knowledge: Knowledge): readonly Uncovered[] {
  const hasEntry = entryTest(knowledge);
  const named = new Set(knowledge.entries.flatMap(({ signatures }) => signatures.map(({ template }) => template)));
  return [...groupByTemplate(knowledge.messages).values()].flatMap((places) => {
    const [message] = places;
    const lines = places.flatMap((place) =>
      Array.from({ length: SAMPLES_PER_PLACE }, (_, seed) => renderSample(place, seed)),
    );
    const without = lines.filter((line) => !hasEntry(line));
    const [line] = without;
    if (!message || line === undefined) return [];
    return [{ message, isWholly: without.length === lines.length && !named.has(message.template), line }];
  });
}

function groupByTemplate(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  return Map.groupBy(
    messages.filter(({ abstract, generic }) => !abstract && !generic),
    ({ template }) => template,
  );
}

function entryTest(knowledge: Knowledge): (line: string) => boolean {
  const catalogue = createCatalogue(compileKnowledge(knowledge));
  return (text) => {
    const [line] = splitPaste(text);
    if (!line) return false;
    const record = readErrorLine(line, catalogue.isAction) ?? readBareMessage(line, catalogue.isAction);
    return (identifyRecord(record, catalogue)?.entry ?? null) !== null;
  };
}
