import type { Companion } from './companion.ts';
import { fileUnderWords } from './companion-words.ts';
import type { CompiledKnowledge, KnowledgeIndex, PatternPart, TemplatePart } from './compiled-knowledge.ts';
import type { Entry } from './entry.ts';
import { conditionsOf } from './identify/conditions-of.ts';
import { plantTemplates } from './identify/plant-templates.ts';
import type { Directive, Knowledge } from './knowledge.ts';
import type { Message } from './message.ts';

/** The knowledge taken apart; a part's number is its place in its list. */
export interface KnowledgeParts {
  readonly index: KnowledgeIndex;
  readonly entries: readonly Entry[];
  readonly templates: readonly TemplatePart[];
  readonly patterns: readonly PatternPart[];
  readonly directives: readonly Directive[];
}

/** Takes the knowledge apart. Throws at a companion's pattern that can't be matched. */
export function takeApart({ entries, companions, messages, actions, directives }: Knowledge): KnowledgeParts {
  const templates = toTemplateParts(entries, messages);
  const patterns = toPatternParts(companions);
  return {
    index: {
      templates: plantTemplates(templates.map(({ source }) => source)),
      patternsByWord: fileUnderWords(patterns.map(({ pattern }) => pattern)),
      actions,
    },
    entries,
    templates,
    patterns,
    directives,
  };
}

/** Compiles the knowledge in memory: for tests, and for an operator's own files. */
export function compileKnowledge(knowledge: Knowledge): CompiledKnowledge {
  const { index, entries, templates, patterns, directives } = takeApart(knowledge);
  return {
    index,
    entry: partOf('entry', entries),
    template: partOf('template', templates),
    pattern: partOf('pattern', patterns),
    directives: () => directives,
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
  return [...new Set([...messagesOf.keys(), ...claimsOf.keys()])].map((source) => ({
    source,
    messages: messagesOf.get(source) ?? [],
    claims: (claimsOf.get(source) ?? []).toSorted((a, b) => conditionsOf(b.signature) - conditionsOf(a.signature)),
  }));
}
