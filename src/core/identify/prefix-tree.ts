import type { Template } from './template.ts';

/** Templates by the words that they start with. */
export interface PrefixTree {
  readonly insert: (prefix: string, template: Template) => void;
  /** Calls `visit` for every template whose prefix the text has at `at`. */
  readonly visitPrefixesOf: (text: string, at: number, visit: (template: Template) => void) => void;
  /** Templates whose prefix starts with the text. */
  readonly startingWith: (text: string) => readonly Template[];
}

/** A node of a radix tree: the characters on the way to it, and the nodes below by their first character. */
interface Node {
  readonly edge: string;
  readonly templates: Template[];
  readonly children: Map<number, Node>;
}

/** Creates an empty tree. A lookup costs as many steps as the prefixes of the text branch, however many templates there are. */
export function createPrefixTree(): PrefixTree {
  const root = toNode('', [], []);

  return {
    insert: (prefix, template) => place(root, prefix).templates.push(template),
    visitPrefixesOf: (text, from, visit) => {
      let node: Node | undefined = root;
      let at = from;
      while (node) {
        for (const template of node.templates) visit(template);
        const child: Node | undefined = node.children.get(text.charCodeAt(at));
        node = child && text.startsWith(child.edge, at) ? child : undefined;
        if (node) at += node.edge.length;
      }
    },
    startingWith: (text) => below(descend(root, text)),
  };
}

const toNode = (edge: string, templates: Template[], children: readonly Node[]): Node => ({
  edge,
  templates,
  children: new Map(children.map((child) => [child.edge.charCodeAt(0), child])),
});

/** The node at the end of a prefix; edges are split on the way. */
function place(root: Node, prefix: string): Node {
  let node = root;
  let rest = prefix;
  while (rest !== '') {
    const child = node.children.get(rest.charCodeAt(0));
    const shared = child ? sharedLength(child.edge, rest) : rest.length;
    const next =
      child && shared === child.edge.length
        ? child
        : toNode(rest.slice(0, shared), [], child ? [cut(child, shared)] : []);
    node.children.set(rest.charCodeAt(0), next);
    node = next;
    rest = rest.slice(shared);
  }
  return node;
}

const cut = (node: Node, length: number): Node => ({ ...node, edge: node.edge.slice(length) });

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function descend(root: Node, text: string): Node | undefined {
  let node: Node | undefined = root;
  let rest = text;
  while (node && rest !== '') {
    const child: Node | undefined = node.children.get(rest.charCodeAt(0));
    if (!child) return undefined;
    if (rest.length <= child.edge.length) return child.edge.startsWith(rest) ? child : undefined;
    node = rest.startsWith(child.edge) ? child : undefined;
    rest = rest.slice(child.edge.length);
  }
  return node;
}

function below(node: Node | undefined): readonly Template[] {
  if (!node) return [];
  return [...node.templates, ...[...node.children.values()].flatMap(below)];
}
