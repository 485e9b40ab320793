import type { CompanionPattern } from './companion.ts';
import type { Entry, Signature } from './entry.ts';
import type { PrefixTree } from './identify/prefix-tree.ts';
import type { Directive, Knowledge } from './knowledge.ts';
import type { Message } from './message.ts';

/** The knowledge as answers use it: an index that is ready at once, and parts that are read when a line asks for them, by
 * their numbers. All of it is plain data, so a file can hold it. */
export interface CompiledKnowledge {
  readonly index: KnowledgeIndex;
  /** Format strings without values, by their words read backwards. */
  readonly endings: () => PrefixTree;
  /** Each companion pattern under one whole word that its lines must hold. */
  readonly patternsByWord: () => PatternsByWord;
  readonly entry: (number: number) => Entry;
  readonly template: (number: number) => TemplatePart;
  /** The part of a format string; null where there is none. */
  readonly findTemplate: (source: string) => TemplatePart | null;
  readonly pattern: (number: number) => PatternPart;
  readonly directives: () => readonly Directive[];
  /** All of it. */
  readonly whole: () => Knowledge;
}

/** What is looked at for every line of nginx's. */
export interface KnowledgeIndex {
  readonly templates: TemplateTrees;
  /** The entries' ids by their numbers: a log needs no more of most of them. */
  readonly entryIds: readonly string[];
  /** The companions' patterns' ids by their numbers. */
  readonly patternIds: readonly string[];
  /** The strings that nginx writes after "while ". */
  readonly actions: readonly string[];
}

export type PatternsByWord = readonly (readonly [word: string, patterns: readonly number[]])[];

/** The numbers of format strings by how they start; each is in one of the trees at most. */
export interface TemplateTrees {
  /** How many format strings there are, those in no tree among them. */
  readonly count: number;
  /** By their words and values: see `templatesAlong`. */
  readonly byStart: PrefixTree;
  /** Those that start with a quoted value, by what follows it, from the quote on. */
  readonly byQuoted: PrefixTree;
  /** Those that start with a number, by what follows it. */
  readonly byNumber: PrefixTree;
  /** The few that start with another value, by how they end and what follows it. */
  readonly byValue: readonly ValueFirst[];
}

/** Format strings that start with a value. */
export interface ValueFirst {
  /** Their last character; `#` for a number, nothing for a value. */
  readonly end: string;
  /** The first of their words. */
  readonly words: string;
  readonly templates: readonly number[];
}

/** What is known about one distinct format string. */
export interface TemplatePart {
  readonly source: string;
  /** True where all messages that differ in paths and numbers alone fit the same format strings: see `steadyAmong`. */
  readonly steady: boolean;
  /** Every place in nginx that logs it; empty for a template that only an entry knows. */
  readonly messages: readonly Message[];
  /** The signatures of entries, the more specific ones first. */
  readonly claims: readonly { readonly entry: number; readonly signature: Signature }[];
}

/** A companion's pattern and the program that writes it. */
export interface PatternPart {
  readonly program: string;
  readonly pattern: CompanionPattern;
}
