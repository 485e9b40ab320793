import type { Companion } from './companion.ts';
import { fileUnderWords } from './companion-words.ts';
import type {
  CompiledKnowledge,
  KnowledgeIndex,
  PatternPart,
  PatternsByWord,
  TemplatePart,
} from './compiled-knowledge.ts';
import type { Entry } from './entry.ts';
import { specificityOf } from './identify/conditions-of.ts';
import { plantTemplates } from './identify/plant-templates.ts';
import type { PrefixTree } from './identify/prefix-tree.ts';
import { parseTemplate } from './identify/template.ts';
import { steadyAmong } from './identify/values.ts';
import type { Directive, Knowledge } from './knowledge.ts';
import type { Message } from './message.ts';

/** The knowledge taken apart; a part's number is its place in its list. */
export interface KnowledgeParts {
  readonly index: KnowledgeIndex;
  readonly endings: PrefixTree;
  readonly patternsByWord: PatternsByWord;
  readonly entries: readonly Entry[];
  readonly templates: readonly TemplatePart[];
  readonly patterns: readonly PatternPart[];
  readonly directives: readonly Directive[];
}

/** Takes the knowledge apart. Throws at a companion's pattern that can't be matched. */
export function takeApart({ entries, companions, messages, actions, directives }: Knowledge): KnowledgeParts {
  const templates = toTemplateParts(entries, messages);
  const patterns = toPatternParts(companions);
  const planted = plantTemplates(templates.map(({ source }) => source));
  return {
    index: {
      templates: planted.templates,
      entryIds: entries.map(({ id }) => id),
      patternIds: patterns.map(({ pattern }) => pattern.id),
      actions,
    },
    endings: planted.endings,
    patternsByWord: fileUnderWords(patterns.map(({ pattern }) => pattern)),
    entries,
    templates,
    patterns,
    directives,
  };
}

/** Compiles the knowledge in memory: for tests, and for an operator's own files. */
export function compileKnowledge(knowledge: Knowledge): CompiledKnowledge {
  const parts = takeApart(knowledge);
  return {
    index: parts.index,
    endings: () => parts.endings,
    patternsByWord: () => parts.patternsByWord,
    entry: partOf('entry', parts.entries),
    template: partOf('template', parts.templates),
    findTemplate: (wanted) => parts.templates.find(({ source }) => source === wanted) ?? null,
    pattern: partOf('pattern', parts.patterns),
    directives: () => parts.directives,
    whole: () => knowledge,
  };
}

function partOf<T>(kind: string, parts: readonly T[]): (number: number) => T {
  return (number) => {
    const part = parts[number];
    if (part === undefined) throw new RangeError(`there is no ${kind} ${number} in the knowledge`);
    return part;
  };
}

function toPatternParts(companions: readonly Companion[]): readonly PatternPart[] {
  return companions.flatMap(({ program, patterns }) => patterns.map((pattern) => ({ program, pattern })));
}

function toTemplateParts(entries: readonly Entry[], messages: readonly Message[]): readonly TemplatePart[] {
  const written = messages.filter(({ abstract, generic }) => !abstract && !generic);
  const messagesOf = Map.groupBy(written, ({ template }) => template);
  const claims = entries.flatMap(({ status, signatures }, entry) =>
    status === 'retired' ? [] : signatures.map((signature) => ({ entry, signature })),
  );
  const claimsOf = Map.groupBy(claims, ({ signature }) => signature.template);
  const sources = [...new Set([...messagesOf.keys(), ...claimsOf.keys()])];
  const steady = steadyAmong(sources.map(parseTemplate));
  return sources.map((source, number) => ({
    source,
    steady: steady[number] ?? false,
    messages: messagesOf.get(source) ?? [],
    claims: (claimsOf.get(source) ?? []).toSorted((a, b) => specificityOf(b.signature) - specificityOf(a.signature)),
  }));
}
