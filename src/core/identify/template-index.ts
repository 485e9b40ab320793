import type { CompiledKnowledge, ValueFirst } from '../compiled-knowledge.ts';
import { once } from '../once.ts';
import type { KnownTemplate } from './known-template.ts';
import { isCutInsideValue, matchTemplate, numberEnd } from './match-template.ts';
import { hasBelow, itemsAlong, itemsBelow, type OpenTree, openTree } from './open-tree.ts';
import { backwards } from './plant-templates.ts';
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
  /** Templates that start with words of their own and fit a message as a whole, the most specific first. The message comes without
   * its suffixes, then with more and more of them. Those count only for templates that end as suffixes do: in an errno, a place
   * in a file, an action; where nothing fits without, for all. */
  readonly fits: (forms: readonly string[]) => readonly Fit[];
  /** These fits, and those of templates that start with a value: few, but each would have to be tried for every message. */
  readonly withValues: (fits: readonly Fit[], forms: readonly string[]) => readonly Fit[];
  /** True when a template begins with the text's first word, or may begin with a value as the text does. Costs next to nothing. */
  readonly mayBegin: (text: string) => boolean;
  /** Templates of which the text is the beginning, up to the first hole: a line that was cut short. */
  readonly completions: (text: string) => readonly KnownTemplate[];
  /** Templates of which the text is the beginning, cut inside of a value that stands behind at least `least` characters of theirs. */
  readonly cutInsideValue: (text: string, least: number) => readonly KnownTemplate[];
  /** Templates without holes of which the text is the end: a line of which the copy missed the start. */
  readonly endings: (text: string) => readonly KnownTemplate[];
}

/** Opens the index; `known` gives the template of a number. */
export function createTemplateIndex(
  { index: { templates }, endings }: CompiledKnowledge,
  known: (number: number) => KnownTemplate,
): TemplateIndex {
  const byStart = openTree(templates.byStart);
  const byQuoted = openTree(templates.byQuoted);
  const byNumber = openTree(templates.byNumber);
  const valueFirst = openEnds(templates.byValue);
  const byEnd = once(() => openTree(endings()));

  /** Templates that start with a quoted value or a number, as the text does; those of its beginnings are among them. */
  const valuesAlong = (text: string): readonly number[] => {
    if (text.charCodeAt(0) === QUOTE) return behindQuotes(byQuoted, text);
    const digits = numberEnd(text, 0, 'number');
    return digits > 0 ? itemsAlong(byNumber, text, digits) : NO_NUMBERS;
  };

  const attempt = (numbers: readonly number[], form: Form, fits: Fit[]): void => {
    for (const number of numbers) {
      const template = known(number);
      if (form.onlySuffixes && !template.endsLikeSuffix) continue;
      const captures = matchTemplate(template, form.text);
      if (captures) insert({ known: template, captures, holdsSuffix: form.isLonger }, fits);
    }
  };
  const find = (
    forms: readonly string[],
    candidates: readonly number[],
    starts: (form: string) => readonly ValueFirst[],
    isNamed: boolean,
  ): readonly Fit[] => {
    const fits: Fit[] = [];
    let onlySuffixes = false;
    for (let index = 0; index < forms.length; index += 1) {
      const form = { text: forms[index] ?? '', isLonger: index > 0, onlySuffixes };
      attempt(candidates, form, fits);
      for (const { words, templates } of starts(form.text))
        if (form.text.includes(words)) attempt(templates, form, fits);
      if (index === 0) onlySuffixes = isNamed || fits.length > 0;
    }
    return fits;
  };

  return {
    fits: (forms) => {
      const candidates = templatesAlong(byStart, longest(forms));
      return candidates.length === 0 ? NO_FITS : find(forms, candidates, noValues, false);
    },
    withValues: (fits, forms) => {
      const isNamed = fits.some(({ holdsSuffix }) => !holdsSuffix);
      const others = find(forms, valuesAlong(longest(forms)), valueFirst, isNamed);
      if (others.length === 0) return fits;
      const all = [...fits];
      for (const other of others) insert(other, all);
      return all;
    },
    mayBegin: (text) => /^["\d]/.test(text) || hasBelow(byStart, text.split(' ', 1)[0] ?? ''),
    completions: (text) => inOrder(itemsBelow(byStart, text)).map(known),
    cutInsideValue: (text, least) =>
      templatesAlong(byStart, text)
        .map(known)
        .filter((template) => (template.literals[0] ?? '').length >= least && isCutInsideValue(template, text)),
    endings: (text) => inOrder(itemsBelow(byEnd(), backwards(text))).map(known),
  };
}

/** Keeps the most specific first, and of equals the one that came first: a message has few fits. */
function insert(fit: Fit, fits: Fit[]): void {
  fits.push(fit);
  for (let at = fits.length - 1; at > 0; at -= 1) {
    const before = fits[at - 1];
    if (!before || bySpecificity(before.known, fit.known) <= 0) return;
    fits[at] = before;
    fits[at - 1] = fit;
  }
}

interface Form {
  readonly text: string;
  /** It has a suffix that the message does not have. */
  readonly isLonger: boolean;
  /** The message has fitted without. */
  readonly onlySuffixes: boolean;
}

const QUOTE = 0x22;
/** A quoted value at the start may hold quotes itself; further ones are not tried. */
const MOST_QUOTES = 8;
const NO_FITS: readonly Fit[] = [];
const NO_NUMBERS: readonly number[] = [];
const NO_VALUES: readonly ValueFirst[] = [];
const noValues = (): readonly ValueFirst[] => NO_VALUES;
/** People mask numbers, too. */
const ENDS_OF_NUMBERS = '0123456789abcdefABCDEFx*';

/** Gives the templates that start with a value and could end as a text does. */
function openEnds(byValue: readonly ValueFirst[]): (text: string) => readonly ValueFirst[] {
  const endingIn = (...ends: readonly string[]) => byValue.filter(({ end }) => ends.includes(end));
  const ofAll = endingIn('');
  const ends = new Set(byValue.map(({ end }) => end));
  const byLast = new Map([...ends].map((end) => [end.charCodeAt(0), endingIn('', end)]));
  for (const end of ENDS_OF_NUMBERS) byLast.set(end.charCodeAt(0), endingIn('', '#', end));
  return (text) => byLast.get(text.charCodeAt(text.length - 1)) ?? ofAll;
}

const longest = (forms: readonly string[]): string => forms[forms.length - 1] ?? '';

/** A template is met once for each quote that its value could end at. */
function behindQuotes(byQuoted: OpenTree, text: string): readonly number[] {
  const found = new Set<number>();
  let quotes = 0;
  for (let at = text.indexOf('"', 1); at >= 0 && quotes < MOST_QUOTES; at = text.indexOf('"', at + 1)) {
    for (const item of itemsAlong(byQuoted, text, at)) found.add(item);
    quotes += 1;
  }
  return [...found];
}

const inOrder = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
