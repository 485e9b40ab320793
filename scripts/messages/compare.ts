import type { Message } from '../../src/core/message.ts';
import type { ScannedMessage } from './scan.ts';

/** A record of the catalogue and the place in the source that it is. */
export interface Pair {
  readonly known: Message;
  readonly scanned: ScannedMessage;
}

/** How a source tree and a catalogue differ. */
export interface Comparison {
  readonly equal: readonly Pair[];
  /** In the catalogue, not in the source. */
  readonly missing: readonly Message[];
  /** In the source, not in the catalogue. */
  readonly additional: readonly ScannedMessage[];
}

type Place = Pick<Message, 'file' | 'function' | 'template' | 'line'>;

// From the closest to the loosest: lines shift with every release, functions are renamed, code moves between files.
const KEYS: readonly ((place: Place) => string)[] = [
  ({ file, function: name, template, line }) => JSON.stringify([file, name, template, line]),
  ({ file, function: name, template }) => JSON.stringify([file, name, template]),
  ({ file, template }) => JSON.stringify([file, template]),
  ({ template }) => template,
];

/** Pairs each record with one place, so that twins stay twins. */
export function compareCatalogue(known: readonly Message[], scanned: readonly ScannedMessage[]): Comparison {
  let missing = known;
  let additional = scanned;
  const equal: Pair[] = [];
  for (const keyOf of KEYS) {
    const waiting = Map.groupBy(additional, keyOf);
    missing = missing.filter((message) => {
      const found = waiting.get(keyOf(message))?.shift();
      if (found) equal.push({ known: message, scanned: found });
      return !found;
    });
    additional = [...waiting.values()].flat();
  }
  return { equal, missing, additional: additional.filter(notFinerThan(known)) };
}

/** The catalogue decides which templates are taken apart: what it holds whole is not replaced by its finer forms. */
function notFinerThan(known: readonly Message[]): (scanned: ScannedMessage) => boolean {
  const whole = new Set(known.filter(({ abstract }) => !abstract).map(({ file, template }) => `${file} ${template}`));
  return ({ file, base }) => base === null || !whole.has(`${file} ${base}`);
}

/** Numbers for people: of distinct templates and of places. */
export interface Recall {
  readonly templates: { readonly found: number; readonly of: number };
  readonly places: { readonly found: number; readonly of: number };
}

/** How much of the catalogue the script finds by itself. */
export function recallOf(known: readonly Message[], { equal, missing }: Comparison): Recall {
  const found = new Set(equal.map((pair) => pair.known.template));
  return {
    templates: { found: found.size, of: new Set(known.map(({ template }) => template)).size },
    places: { found: equal.length, of: equal.length + missing.length },
  };
}
