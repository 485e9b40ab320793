/** Things by the words that they start with, as flat lists: they come out of JSON ready to be walked. Node 0 is the root. */
export interface PrefixTree {
  /** The characters that lead to each node from the one above it; a mark stands alone. */
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

/** Lays a tree out, level by level. Characters up to `lastMark` get a node of their own wherever they stand. */
export function plantPrefixTree(planted: readonly Planted[], lastMark = -1): PrefixTree {
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
    nodes.push(...childrenOf(sorted, { ...node, from }, lastMark));
  }
  tree.firstChild.push(nodes.length);
  tree.firstItem.push(tree.items.length);
  return tree;
}

/** By code unit, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One range for each character that goes on from here, as far as all of it is the same. */
function childrenOf(sorted: readonly Planted[], { from, to, depth }: Range, lastMark: number): readonly Range[] {
  const children: Range[] = [];
  for (let start = from; start < to; ) {
    const first = sorted[start]?.prefix ?? '';
    let end = start + 1;
    while (end < to && sorted[end]?.prefix[depth] === first[depth]) end += 1;
    const shared = sharedLength(first, sorted[end - 1]?.prefix ?? '', depth, lastMark);
    children.push({ from: start, to: end, depth: shared, above: depth });
    start = end;
  }
  return children;
}

/** How far both are the same; at least one character behind `from`, and no further than the next mark. */
function sharedLength(a: string, b: string, from: number, lastMark: number): number {
  if (a.charCodeAt(from) <= lastMark) return from + 1;
  let length = from;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length) && a.charCodeAt(length) > lastMark)
    length += 1;
  return length;
}
