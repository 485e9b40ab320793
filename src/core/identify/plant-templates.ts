import type { TemplateTrees } from '../compiled-knowledge.ts';
import { type Planted, type PrefixTree, plantPrefixTree } from './prefix-tree.ts';
import { parseTemplate } from './template.ts';

/** Shorter templates (`%s: %V`) fit any text and say nothing. */
const LIGHTEST = 4;
const LIGHTEST_HOLE_FIRST = 6;
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
  const byStart: Planted[] = [];
  const byQuoted: Planted[] = [];
  const byNumber: Planted[] = [];
  const byValue: number[] = [];
  const endings: Planted[] = [];
  for (const [item, source] of sources.entries()) {
    if (source.endsWith(OWN_ERRNO) && known.has(source.slice(0, -OWN_ERRNO.length))) continue;
    const { literals, holes, weight } = parseTemplate(source);
    const [first = '', second = ''] = literals;
    if (weight < (first === '' ? LIGHTEST_HOLE_FIRST : LIGHTEST)) continue;
    if (holes.length === 0) endings.push({ prefix: backwards(source), item });
    if (first === '"' && second.startsWith('"')) byQuoted.push({ prefix: second, item });
    else if (first !== '') byStart.push({ prefix: first, item });
    else if (holes[0] === 'number') byNumber.push({ prefix: second, item });
    else byValue.push(item);
  }
  return {
    templates: {
      byStart: plantPrefixTree(byStart),
      byQuoted: plantPrefixTree(byQuoted),
      byNumber: plantPrefixTree(byNumber),
      byValue,
    },
    endings: plantPrefixTree(endings),
  };
}

/** The code units of a text from its end to its start. */
export function backwards(text: string): string {
  return text.split('').reverse().join('');
}
