import type { TemplateTrees, ValueFirst } from '../compiled-knowledge.ts';
import { type Planted, type PrefixTree, plantPrefixTree } from './prefix-tree.ts';
import { parseTemplate, type Template } from './template.ts';
import { type NumberedTemplate, plantTemplateTree } from './template-tree.ts';

/** Shorter templates (`%s: %V`) fit any text and say nothing. */
const LIGHTEST = 4;
const LIGHTEST_HOLE_FIRST = 6;
/** In characters: looking for them rules most templates out. */
const ENOUGH_WORDS = 16;
const OWN_ERRNO = ' (%d: %s)';

/** Format strings under their beginnings, and those without values under their ends. */
export interface PlantedTemplates {
  readonly templates: TemplateTrees;
  readonly endings: PrefixTree;
}

/** Files format strings under how they start and end; a number is a place in `sources`. Those without words of their own are
 * left out, and so are those that only add nginx's own errno to another. */
export function plantTemplates(sources: readonly string[]): PlantedTemplates {
  const known = new Set(sources);
  const byStart: NumberedTemplate[] = [];
  const byQuoted: Planted[] = [];
  const byNumber: Planted[] = [];
  const byValue: NumberedTemplate[] = [];
  const endings: Planted[] = [];
  for (const [item, source] of sources.entries()) {
    if (source.endsWith(OWN_ERRNO) && known.has(source.slice(0, -OWN_ERRNO.length))) continue;
    const template = parseTemplate(source);
    const [first = '', second = ''] = template.literals;
    if (template.weight < (first === '' ? LIGHTEST_HOLE_FIRST : LIGHTEST)) continue;
    if (template.holes.length === 0) endings.push({ prefix: backwards(source), item });
    if (first === '"' && second.startsWith('"')) byQuoted.push({ prefix: second, item });
    else if (first !== '') byStart.push({ item, template });
    else if (template.holes[0] === 'number') byNumber.push({ prefix: second, item });
    else byValue.push({ item, template });
  }
  return {
    templates: {
      count: sources.length,
      byStart: plantTemplateTree(byStart),
      byQuoted: plantPrefixTree(byQuoted),
      byNumber: plantPrefixTree(byNumber),
      byValue: toValueFirst(byValue),
    },
    endings: plantPrefixTree(endings),
  };
}

function toValueFirst(templates: readonly NumberedTemplate[]): readonly ValueFirst[] {
  const groups = Map.groupBy(templates, ({ template }) => `${wordsOf(template)}${endOf(template)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const items = group.map(({ item }) => item);
    return first ? [{ end: endOf(first.template), words: wordsOf(first.template), templates: items }] : [];
  });
}

const wordsOf = ({ literals }: Template): string => (literals[1] ?? '').slice(0, ENOUGH_WORDS);

function endOf({ literals, holes }: Template): string {
  const last = literals.at(-1) ?? '';
  return last === '' && holes.at(-1) !== 'text' ? '#' : last.slice(-1);
}

/** The code units of a text from its end to its start. */
export function backwards(text: string): string {
  return text.split('').reverse().join('');
}
