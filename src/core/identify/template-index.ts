import type { CompiledKnowledge, TemplateTrees } from '../compiled-knowledge.ts';
import type { KnownTemplate } from './known-template.ts';
import { matchTemplate, numberEnd } from './match-template.ts';
import { backwards } from './plant-templates.ts';
import { itemsAlong, itemsBelow } from './prefix-tree.ts';
import { bySpecificity } from './template.ts';
import { templatesAlong } from './template-tree.ts';

/** A template that fits a message, with the texts in its holes. */
export interface Fit {
  readonly known: KnownTemplate;
  readonly captures: readonly string[];
  /** True when it fits only with one of the suffixes that were taken off the message. */
  readonly holdsSuffix: boolean;
}

/** Finds templates. Cost depends on the text and on how many templates share its beginning, not on how many there are. */
export interface TemplateIndex {
  /** Every template that fits a message as a whole, the most specific first. The message comes without its suffixes, then with more
   * and more of them. Those count only for templates that end as suffixes do: in an errno, a place in a file, an action; where
   * nothing fits without, for all. */
  readonly fits: (forms: readonly string[]) => readonly Fit[];
  /** Templates of which the text is the beginning, up to the first hole: a line that was cut short. */
  readonly completions: (text: string) => readonly KnownTemplate[];
  /** Templates without holes of which the text is the end: a line of which the copy missed the start. */
  readonly endings: (text: string) => readonly KnownTemplate[];
}

/** Opens the index; `known` gives the template of a number. */
export function createTemplateIndex(
  { index: { templates: trees }, endings }: CompiledKnowledge,
  known: (number: number) => KnownTemplate,
): TemplateIndex {
  const byValue = new Map(trees.byValue);
  const attempt = (
    numbers: readonly number[],
    text: string,
    isLonger: boolean,
    isNamed: boolean,
    fits: Fit[],
  ): void => {
    for (const number of numbers) {
      const template = known(number);
      const captures = isNamed && !template.endsLikeSuffix ? null : matchTemplate(template, text);
      if (captures) fits.push({ known: template, captures, holdsSuffix: isLonger });
    }
  };
  return {
    fits: (forms) => {
      const fits: Fit[] = [];
      const numbers = startingLike(trees, forms.at(-1) ?? '');
      let isNamed = false;
      for (const [index, form] of forms.entries()) {
        attempt(numbers, form, index > 0, isNamed, fits);
        for (const end of endsOf(form)) attempt(byValue.get(end) ?? NONE, form, index > 0, isNamed, fits);
        if (index === 0) isNamed = fits.length > 0;
      }
      return fits.length > 1 ? fits.sort((a, b) => bySpecificity(a.known, b.known)) : fits;
    },
    completions: (text) => inOrder(itemsBelow(trees.byStart, text)).map(known),
    endings: (text) => inOrder(itemsBelow(endings(), backwards(text))).map(known),
  };
}

const QUOTE = 0x22;
/** A quoted value at the start may hold quotes itself; further ones are not tried. */
const MOST_QUOTES = 8;
const NONE: readonly number[] = [];

/** Templates that start as the text does; those of a beginning of the text are among them. */
function startingLike(trees: TemplateTrees, text: string): readonly number[] {
  const byStart = templatesAlong(trees.byStart, text);
  if (text.charCodeAt(0) === QUOTE) return [...byStart, ...behindQuotes(trees, text)];
  const digits = numberEnd(text, 0, 'number');
  return digits > 0 ? [...byStart, ...itemsAlong(trees.byNumber, text, digits)] : byStart;
}

/** How templates that start with a value must end for the text to fit them: see `TemplateTrees.byValue`. */
function endsOf(text: string): readonly string[] {
  const last = text.charAt(text.length - 1);
  return numberEnd(last, 0, 'hex') > 0 ? ['', '#', last] : ['', last];
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
