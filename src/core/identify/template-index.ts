import { isCutInsideValue, matchTemplate } from './match-template.ts';
import { createPrefixTree } from './prefix-tree.ts';
import { bySpecificity, type Template } from './template.ts';

/** A template that fits a text, with the texts in its holes. */
export interface Fit {
  readonly template: Template;
  readonly captures: readonly string[];
}

/** Finds templates. Cost depends on the text and on how many templates share its beginning, not on how many there are. */
export interface TemplateIndex {
  /** Every template that fits the whole text, the most specific first. */
  readonly fits: (text: string) => readonly Fit[];
  /** The same among templates that end as nginx's suffixes do: in an errno, a place in a file, an action. */
  readonly fitsWithSuffix: (text: string) => readonly Fit[];
  /** Templates of which the text is the beginning, up to the first hole: a line that was cut short. */
  readonly completions: (text: string) => readonly Template[];
  /** Templates of which the text is the beginning, cut inside of a value that stands behind at least `least` characters of theirs. */
  readonly cutInsideValue: (text: string, least: number) => readonly Template[];
  /** Templates without holes of which the text is the end: a line of which the copy missed the start. */
  readonly endings: (text: string) => readonly Template[];
}

/** Builds the index once. */
export function createTemplateIndex(templates: readonly Template[]): TemplateIndex {
  const all = createFinder(templates);
  const withSuffix = createFinder(templates.filter(endsLikeSuffix));
  return {
    fits: all.fits,
    fitsWithSuffix: withSuffix.fits,
    completions: all.completions,
    cutInsideValue: all.cutInsideValue,
    endings: (text) => templates.filter(({ source, holes }) => holes.length === 0 && source.endsWith(text)),
  };
}

const QUOTE = 0x22;
/** A quoted value at the start may hold quotes itself; further ones are not tried. */
const MOST_QUOTES = 8;

/** True when what the readers take off a line's end may be part of the template. */
function endsLikeSuffix({ literals }: Template): boolean {
  const last = literals[literals.length - 1] ?? '';
  const beforeLast = literals[literals.length - 2] ?? '';
  return (
    last.endsWith(')') || (last === '' && beforeLast.endsWith(':')) || literals.some((one) => one.includes(' while '))
  );
}

/** Templates are reached by their first words; those that start with a quoted value by the words behind it; those that start
 * with another value are few, and tried one by one. */
function createFinder(templates: readonly Template[]) {
  const byStart = createPrefixTree();
  const byQuoted = createPrefixTree();
  const byValue: Template[] = [];
  for (const template of templates) {
    const [first = '', second = ''] = template.literals;
    if (first === '"' && second.startsWith('"')) byQuoted.insert(second, template);
    else if (first === '') byValue.push(template);
    else byStart.insert(first, template);
  }
  return {
    fits: (text: string): readonly Fit[] => {
      const fits: Fit[] = [];
      const attempt = (template: Template): void => {
        const captures = matchTemplate(template, text);
        if (captures) fits.push({ template, captures });
      };
      byStart.visitPrefixesOf(text, 0, attempt);
      if (text.charCodeAt(0) === QUOTE) visitQuoted(text, (at) => byQuoted.visitPrefixesOf(text, at, attempt));
      for (const template of byValue) attempt(template);
      return fits.length > 1 ? distinct(fits).sort((a, b) => bySpecificity(a.template, b.template)) : fits;
    },
    completions: byStart.startingWith,
    cutInsideValue: (text: string, least: number): readonly Template[] => {
      const cut: Template[] = [];
      byStart.visitPrefixesOf(text, 0, (template) => {
        if ((template.literals[0] ?? '').length >= least && isCutInsideValue(template, text)) cut.push(template);
      });
      return cut;
    },
  };
}

/** A template is met once for each quote that it could start at. */
function distinct(fits: readonly Fit[]): Fit[] {
  return [...new Map(fits.map((fit) => [fit.template, fit])).values()];
}

function visitQuoted(text: string, visit: (at: number) => void): void {
  let quotes = 0;
  for (let at = text.indexOf('"', 1); at >= 0 && quotes < MOST_QUOTES; at = text.indexOf('"', at + 1)) {
    visit(at);
    quotes += 1;
  }
}
