import { numberEnd } from './match-template.ts';
import { addAllBelow, addItems, childAt, lengthOf, type OpenTree } from './open-tree.ts';
import { type Planted, type PrefixTree, plantPrefixTree } from './prefix-tree.ts';
import type { HoleKind, Template } from './template.ts';

/** What stands for a hole in the tree; no format string holds such characters. */
const MARKS: Readonly<Record<HoleKind, string>> = { text: '\u0001', number: '\u0002', hex: '\u0003' };
const KINDS: readonly HoleKind[] = ['text', 'text', 'number', 'hex'];
const LAST_MARK = 3;
/** Of so many templates that start with the same words each is tried; more are told apart by what follows their values. */
const FEW = 4;
/** At how many places values may end before all that is left is tried; bounds the work on hostile lines. */
const MOST_PLACES = 64;

/** A template by its number. */
export interface NumberedTemplate {
  readonly item: number;
  readonly template: Template;
}

/** Files templates under the words before their first value. Where many share those, all their words and values count. */
export function plantTemplateTree(templates: readonly NumberedTemplate[]): PrefixTree {
  const families = Map.groupBy(templates, ({ template }) => template.literals[0] ?? '');
  const planted = [...families].flatMap(([words, family]) =>
    family.map(({ item, template }): Planted => ({ item, prefix: family.length > FEW ? withMarks(template) : words })),
  );
  return plantPrefixTree(planted, LAST_MARK);
}

function withMarks({ literals, holes }: Template): string {
  return literals.map((literal, at) => literal + toMark(holes[at])).join('');
}

const toMark = (hole: HoleKind | undefined): string => (hole === undefined ? '' : MARKS[hole]);

/** A search for the templates that could fit a text. */
interface Search {
  readonly tree: OpenTree;
  readonly text: string;
  readonly found: number[];
  /** Places left to look at. */
  places: number;
}

/** The numbers of the templates that could fit a text, each once: all that do, and few that don't. */
export function templatesAlong(tree: OpenTree, text: string): readonly number[] {
  const search: Search = { tree, text, found: [], places: MOST_PLACES };
  walk(search, 0, 0);
  return search.places < MOST_PLACES ? [...new Set(search.found)] : search.found;
}

/** Goes on from a node of which the edge ends at `from`. */
function walk(search: Search, start: number, from: number): void {
  const { tree, text, found } = search;
  let at = from;
  for (let node = start; node >= 0; ) {
    addItems(tree, node, node + 1, found);
    walkHoles(search, node, at);
    node = childAt(tree, node, text, at);
    // a list that is asked for number -1 is as slow as all the rest
    if (node >= 0) at += lengthOf(tree, node);
  }
}

/** Marks come before all other children. */
function walkHoles(search: Search, node: number, at: number): void {
  const { codes, firstChild } = search.tree;
  const last = firstChild[node + 1] ?? 0;
  for (let child = firstChild[node] ?? 0; child < last; child += 1) {
    const mark = codes[child] ?? 0;
    if (mark > LAST_MARK) return;
    walkHole(search, child, KINDS[mark] ?? 'text', at);
  }
}

function walkHole(search: Search, hole: number, kind: HoleKind, at: number): void {
  const end = kind === 'text' ? at : numberEnd(search.text, at, kind);
  if (kind === 'text') walkText(search, hole, at);
  else if (end > at) walk(search, hole, end);
}

/** A text ends wherever what follows it stands. */
function walkText(search: Search, hole: number, from: number): void {
  const { tree, text, found } = search;
  addItems(tree, hole, hole + 1, found);
  const last = tree.firstChild[hole + 1] ?? 0;
  for (let child = tree.firstChild[hole] ?? 0; child < last; child += 1) {
    const edge = tree.edges[child] ?? '';
    const isMark = (tree.codes[child] ?? 0) <= LAST_MARK;
    let at = isMark ? -1 : text.indexOf(edge, from);
    for (; at >= 0 && search.places > 0; at = text.indexOf(edge, at + 1)) {
      search.places -= 1;
      walk(search, child, at + edge.length);
    }
    if (isMark || at >= 0) addAllBelow(tree, child, found);
  }
}
