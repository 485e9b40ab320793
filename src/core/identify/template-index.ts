import type { CompiledKnowledge, TemplateTrees } from '../compiled-knowledge.ts';
import type { KnownTemplate } from './known-template.ts';
import { isCutInsideValue, matchTemplate, numberEnd } from './match-template.ts';
import { backwards } from './plant-templates.ts';
import { itemsAlong, itemsBelow } from './prefix-tree.ts';
import { bySpecificity } from './template.ts';

/** A template that fits a text, with the texts in its holes. */
export interface Fit {
  readonly known: KnownTemplate;
  readonly captures: readonly string[];
}

/** Finds templates. Cost depends on the text and on how many templates share its beginning, not on how many there are. */
export interface TemplateIndex {
  /** Every template that fits the whole text, the most specific first. */
  readonly fits: (text: string) => readonly Fit[];
  /** The same among templates that end as nginx's suffixes do: in an errno, a place in a file, an action. */
  readonly fitsWithSuffix: (text: string) => readonly Fit[];
  /** Templates of which the text is the beginning, up to the first hole: a line that was cut short. */
  readonly completions: (text: string) => readonly KnownTemplate[];
  /** Templates of which the text is the beginning, cut inside of a value that stands behind at least `least` characters of theirs. */
  readonly cutInsideValue: (text: string, least: number) => readonly KnownTemplate[];
  /** Templates without holes of which the text is the end: a line of which the copy missed the start. */
  readonly endings: (text: string) => readonly KnownTemplate[];
}

/** Opens the index; `known` gives the template of a number. */
export function createTemplateIndex(
  { index: { templates: trees }, endings }: CompiledKnowledge,
  known: (number: number) => KnownTemplate,
): TemplateIndex {
  const byValue = trees.byValue.map(known);
  const find = (text: string, isWanted: (template: KnownTemplate) => boolean): readonly Fit[] => {
    const fits: Fit[] = [];
    const attempt = (template: KnownTemplate): void => {
      const captures = isWanted(template) ? matchTemplate(template, text) : null;
      if (captures) fits.push({ known: template, captures });
    };
    for (const number of candidatesFor(trees, text)) attempt(known(number));
    for (const template of byValue) attempt(template);
    return fits.length > 1 ? fits.sort((a, b) => bySpecificity(a.known, b.known)) : fits;
  };
  return {
    fits: (text) => find(text, () => true),
    fitsWithSuffix: (text) => find(text, ({ endsLikeSuffix }) => endsLikeSuffix),
    completions: (text) => inOrder(itemsBelow(trees.byStart, text)).map(known),
    endings: (text) => inOrder(itemsBelow(endings(), backwards(text))).map(known),
    cutInsideValue: (text, least) =>
      itemsAlong(trees.byStart, text, 0)
        .map(known)
        .filter((template) => (template.literals[0] ?? '').length >= least && isCutInsideValue(template, text)),
  };
}

const QUOTE = 0x22;
/** A quoted value at the start may hold quotes itself; further ones are not tried. */
const MOST_QUOTES = 8;

function candidatesFor(trees: TemplateTrees, text: string): readonly number[] {
  const byStart = itemsAlong(trees.byStart, text, 0);
  if (text.charCodeAt(0) === QUOTE) return [...byStart, ...behindQuotes(trees, text)];
  const end = numberEnd(text, 0, 'number');
  return end === 0 ? byStart : [...byStart, ...itemsAlong(trees.byNumber, text, end)];
}

/** A template is met once for each quote that its value could end at. */
function behindQuotes({ byQuoted }: TemplateTrees, text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let quotes = 0;
  for (let at = text.indexOf('"', 1); at >= 0 && quotes < MOST_QUOTES; at = text.indexOf('"', at + 1)) {
    for (const item of itemsAlong(byQuoted, text, at)) found.add(item);
    quotes += 1;
  }
  return found;
}

const inOrder = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
