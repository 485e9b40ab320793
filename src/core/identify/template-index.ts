import { matchTemplate } from './match-template.ts';
import { bySpecificity, type Template } from './template.ts';

/** A template that fits a text, with the texts in its holes. */
export interface Fit {
  readonly template: Template;
  readonly captures: readonly string[];
}

/** Finds every template that fits a text, the one with the most literal characters first.
 * Cost depends on the text and on how many templates share its beginning, not on how many there are. */
export interface TemplateIndex {
  readonly fits: (text: string) => readonly Fit[];
  /** Templates of which the text is the beginning, up to the first hole: a line that was cut short. */
  readonly completions: (text: string) => readonly Template[];
  /** Templates without holes of which the text is the end: a line of which the copy missed the start. */
  readonly endings: (text: string) => readonly Template[];
}

interface Node {
  readonly children: Map<number, Node>;
  readonly templates: Template[];
}

const SHORTEST_PREFIX = 4;
const WORD = /[A-Za-z_]{3,}/g;
const LONGEST_SCANNED = 4_096;

/** Templates that start with four literal characters go into a trie; the others are found by their rarest word. */
export function createTemplateIndex(templates: readonly Template[]): TemplateIndex {
  const root: Node = { children: new Map(), templates: [] };
  const others: Template[] = [];
  for (const template of templates) {
    const prefix = template.literals[0] ?? '';
    if (prefix.length >= SHORTEST_PREFIX) insert(root, prefix, template);
    else others.push(template);
  }
  const byWord = indexByRarestWord(others);
  return {
    fits: (text) => {
      const candidates = [...walk(root, text), ...byWords(byWord, text)];
      const fits: Fit[] = [];
      for (const template of candidates) {
        const captures = matchTemplate(template, text);
        if (captures) fits.push({ template, captures });
      }
      return fits.sort((a, b) => bySpecificity(a.template, b.template));
    },
    completions: (text) => below(descend(root, text)),
    endings: (text) => templates.filter(({ source, holes }) => holes.length === 0 && source.endsWith(text)),
  };
}

function descend(root: Node, text: string): Node | undefined {
  let node: Node | undefined = root;
  for (let at = 0; node && at < text.length; at += 1) node = node.children.get(text.charCodeAt(at));
  return node;
}

function below(node: Node | undefined): readonly Template[] {
  if (!node) return [];
  return [...node.templates, ...[...node.children.values()].flatMap(below)];
}

function insert(root: Node, prefix: string, template: Template): void {
  let node = root;
  for (let at = 0; at < prefix.length; at += 1) {
    const code = prefix.charCodeAt(at);
    let next = node.children.get(code);
    if (!next) {
      next = { children: new Map(), templates: [] };
      node.children.set(code, next);
    }
    node = next;
  }
  node.templates.push(template);
}

function walk(root: Node, text: string): readonly Template[] {
  const found: Template[] = [];
  let node: Node | undefined = root;
  for (let at = 0; node; at += 1) {
    found.push(...node.templates);
    node = at < text.length ? node.children.get(text.charCodeAt(at)) : undefined;
  }
  return found;
}

interface WordIndex {
  readonly words: ReadonlyMap<string, readonly Template[]>;
  /** Templates without a word of their own. */
  readonly wordless: readonly Template[];
}

function indexByRarestWord(templates: readonly Template[]): WordIndex {
  const uses = new Map<string, number>();
  for (const template of templates) for (const word of wordsOf(template)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const words = new Map<string, Template[]>();
  const wordless: Template[] = [];
  for (const template of templates) {
    const [rarest] = [...wordsOf(template)].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1));
    if (rarest === undefined) wordless.push(template);
    else words.set(rarest, [...(words.get(rarest) ?? []), template]);
  }
  return { words, wordless };
}

/** Words that no hole can lengthen: those that touch neither end of a literal beside a hole. */
function wordsOf(template: Template): ReadonlySet<string> {
  const whole = new Set<string>();
  template.literals.forEach((literal, index) => {
    for (const word of literal.matchAll(WORD)) {
      const touchesStart = word.index === 0 && index > 0;
      const touchesEnd = word.index + word[0].length === literal.length && index < template.literals.length - 1;
      if (!touchesStart && !touchesEnd) whole.add(word[0]);
    }
  });
  return whole;
}

function byWords(index: WordIndex, text: string): readonly Template[] {
  const found = new Set<Template>();
  for (const word of text.slice(0, LONGEST_SCANNED).matchAll(WORD)) {
    for (const template of index.words.get(word[0]) ?? []) found.add(template);
  }
  return [...found, ...index.wordless];
}
