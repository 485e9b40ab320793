import type { Knowledge } from '../../src/core/knowledge.ts';
import { createChooser } from '../../src/core/messages/chooser.ts';
import { fillTemplate } from '../../src/core/messages/fill-template.ts';
import { distinctMessages } from '../logs/uniform-line.ts';
import { errorText, HEAD, type HostileLine } from './many-lines.ts';

/** Every format string of the catalogue, almost: with another end, another start, its start alone, its holes full of its own words. */
export function nearMisses({ messages }: Knowledge): ReadonlyMap<string, HostileLine> {
  const distinct = distinctMessages(messages);
  const templateOf = (index: number): string => distinct[index % distinct.length]?.template ?? '';
  const filled = (index: number): string =>
    fillTemplate(templateOf(index), [], createChooser(index)).replace(/\s*\n\s*/g, ' ');
  return new Map<string, HostileLine>([
    ['near misses: another end', (index) => errorText(`${filled(index).slice(0, -1)}¶`)],
    ['near misses: another start', (index) => errorText(`x${filled(index)}`)],
    ['near misses: another middle', (index) => errorText(filled(index).replace(/(?<=.{9})[a-z]/, '¶'))],
    [
      'format strings that are left open',
      (index) => `${HEAD}${(templateOf(index).split('%')[0] ?? '') || '"'}${'a" ('.repeat(250)}`,
    ],
    [
      'holes full of the words around them',
      (index) =>
        errorText(
          templateOf(index).replace(/%[a-zA-Z]+/g, () => (templateOf(index).split(/%[a-zA-Z]+/)[1] ?? 'a').repeat(9)),
        ),
    ],
    ['messages without their heads', filled],
  ]);
}

/** Words by which lines of other programs are looked up, and the starts of those lines again and again. */
export function otherPrograms({ companions }: Knowledge): ReadonlyMap<string, HostileLine> {
  const examples = companions.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern.examples));
  const templates = companions.flatMap(({ patterns }) => patterns.map(({ template }) => template));
  const words = [...new Set(templates.flatMap((template) => template.match(/[A-Za-z]{4,}/g) ?? []))];
  const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  return new Map<string, HostileLine>([
    [
      'words of all other programs',
      (index) => Array.from({ length: 800 }, (_, at) => pick(words, index + at * 7)).join(' '),
    ],
    ['other programs in quotes', (index) => `"${pick(examples, index)}" `.repeat(20)],
    ['other programs again and again', (index) => `${pick(templates, index).split('{')[0] ?? ''} `.repeat(80)],
  ]);
}
