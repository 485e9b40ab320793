/** Things by the words that they start with, as flat lists: they come out of JSON ready to be walked. Node 0 is the root. */
export interface PrefixTree {
  /** The characters that lead to each node from the one above it. */
  readonly edges: readonly string[];
  /** The number of each node's first child. The children of a node stand side by side, up to the next node's first. */
  readonly firstChild: readonly number[];
  /** Where in `items` those of each node begin; they end where the next node's begin. */
  readonly firstItem: readonly number[];
  readonly items: readonly number[];
}

/** A thing, by its number, and the words that it starts with. */
export interface Planted {
  readonly prefix: string;
  readonly item: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** Characters that lead here, and those before the last edge. */
  readonly depth: number;
  readonly above: number;
}

/** Lays a tree out, level by level. */
export function plantPrefixTree(planted: readonly Planted[]): PrefixTree {
  const sorted = planted.toSorted((a, b) => compare(a.prefix, b.prefix) || a.item - b.item);
  const tree = { edges: [] as string[], firstChild: [] as number[], firstItem: [] as number[], items: [] as number[] };
  const nodes: Range[] = [{ from: 0, to: sorted.length, depth: 0, above: 0 }];
  for (const node of nodes) {
    tree.edges.push(sorted[node.from]?.prefix.slice(node.above, node.depth) ?? '');
    tree.firstChild.push(nodes.length);
    tree.firstItem.push(tree.items.length);
    let from = node.from;
    for (; sorted[from]?.prefix.length === node.depth && from < node.to; from += 1)
      tree.items.push(sorted[from]?.item ?? 0);
    nodes.push(...childrenOf(sorted, { ...node, from }));
  }
  tree.firstChild.push(nodes.length);
  tree.firstItem.push(tree.items.length);
  return tree;
}

/** By code unit, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One range for each character that goes on from here, as far as all of it is the same. */
function childrenOf(sorted: readonly Planted[], { from, to, depth }: Range): readonly Range[] {
  const children: Range[] = [];
  for (let start = from; start < to; ) {
    const first = sorted[start]?.prefix ?? '';
    let end = start + 1;
    while (end < to && sorted[end]?.prefix[depth] === first[depth]) end += 1;
    children.push({ from: start, to: end, depth: sharedLength(first, sorted[end - 1]?.prefix ?? ''), above: depth });
    start = end;
  }
  return children;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** The items whose prefix stands at `at`. Costs as many steps as the prefixes of the text branch, however many there are. */
export function itemsAlong(tree: PrefixTree, text: string, from: number): readonly number[] {
  const found: number[] = [];
  let node = 0;
  let at = from;
  while (node >= 0) {
    addItems(tree, node, node + 1, found);
    node = childAt(tree, node, text, at);
    at += tree.edges[node]?.length ?? 0;
  }
  return found;
}

/** The items whose prefix starts with the text. */
export function itemsBelow(tree: PrefixTree, text: string): readonly number[] {
  const found: number[] = [];
  let level = nodeAt(tree, text);
  while (level.from < level.to) {
    addItems(tree, level.from, level.to, found);
    level = { from: tree.firstChild[level.from] ?? 0, to: tree.firstChild[level.to] ?? 0 };
  }
  return found;
}

function addItems(tree: PrefixTree, from: number, to: number, found: number[]): void {
  const end = tree.firstItem[to] ?? 0;
  for (let at = tree.firstItem[from] ?? 0; at < end; at += 1) found.push(tree.items[at] ?? 0);
}

/** The child whose edge stands at `at`; -1 where there is none. */
function childAt(tree: PrefixTree, node: number, text: string, at: number): number {
  const child = childBy(tree, node, text.charCodeAt(at));
  return child >= 0 && text.startsWith(tree.edges[child] ?? '', at) ? child : -1;
}

/** The child whose edge starts with this character; children stand in the order of theirs. */
function childBy({ edges, firstChild }: PrefixTree, node: number, code: number): number {
  const end = firstChild[node + 1] ?? 0;
  let low = firstChild[node] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? '').charCodeAt(0) < code) low = middle + 1;
    else high = middle;
  }
  return low < end && (edges[low] ?? '').charCodeAt(0) === code ? low : -1;
}

/** The topmost node whose prefix starts with the text, as a range of one; an empty range where there is none. */
function nodeAt(tree: PrefixTree, text: string): { readonly from: number; readonly to: number } {
  let node = 0;
  for (let at = 0; at < text.length; ) {
    const child = childBy(tree, node, text.charCodeAt(at));
    const edge = tree.edges[child] ?? '';
    const shared = Math.min(edge.length, text.length - at);
    if (child < 0 || !text.startsWith(edge.slice(0, shared), at)) return { from: 0, to: 0 };
    node = child;
    at += shared;
  }
  return { from: node, to: node + 1 };
}
