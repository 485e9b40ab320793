import type { Companion } from '../core/companion.ts';
import { takeApart } from '../core/compile-knowledge.ts';
import type {
  CompiledKnowledge,
  KnowledgeIndex,
  PatternPart,
  PatternsByWord,
  TemplatePart,
} from '../core/compiled-knowledge.ts';
import type { Entry } from '../core/entry.ts';
import type { PrefixTree } from '../core/identify/prefix-tree.ts';
import type { Directive, Knowledge } from '../core/knowledge.ts';
import type { Message } from '../core/message.ts';
import {
  type JsonLines,
  type LineLengths,
  openJsonLines,
  type ReadAt,
  rememberLines,
  toJsonLine,
} from './json-lines.ts';

/** A number that changes whenever the layout does, so that no version misreads another's file. */
const LAYOUT = 4;
const PRELUDE_LENGTH = 64;
const PRELUDE = /^nginx-why knowledge, layout (\d{1,9}), (\d{1,9}) bytes of index *\n$/;

/** The second line: what every line of a log needs, and how long the lines below are, section by section. */
interface Head {
  readonly index: KnowledgeIndex;
  readonly sections: readonly LineLengths[];
}

/** What no line of a log asks for. */
interface Rest {
  readonly companions: readonly Omit<Companion, 'patterns'>[];
  readonly unwritten: readonly Message[];
}

/** A compiled file that was opened. */
export interface CompiledFile extends CompiledKnowledge {
  readonly entries: () => readonly Entry[];
  /** Everything, as it was before it was compiled; messages are ordered by their templates. */
  readonly whole: () => Knowledge;
}

/** Compiles the knowledge to one file of JSON lines. */
export function toCompiledFile(knowledge: Knowledge): Buffer {
  const { index, ...parts } = takeApart(knowledge);
  const rest: Rest = {
    companions: knowledge.companions.map(({ patterns: _, ...companion }) => companion),
    unwritten: knowledge.messages.filter(({ abstract, generic }) => abstract || generic),
  };
  const singles = [[parts.endings], [parts.patternsByWord], [parts.directives], [rest]];
  const sections = [parts.entries, parts.templates, parts.patterns, ...singles].map((values) => values.map(toJsonLine));
  const head = toJsonLine({ index, sections: sections.map(lengthsOf) });
  return Buffer.concat([toPrelude(head.length), head, ...sections.flat()]);
}

function toPrelude(headLength: number): Buffer {
  const text = `nginx-why knowledge, layout ${LAYOUT}, ${headLength} bytes of index`;
  return Buffer.from(`${text.padEnd(PRELUDE_LENGTH - 1)}\n`);
}

function lengthsOf(lines: readonly Buffer[]): LineLengths {
  const each = lines.map(({ length }) => length);
  return { sum: each.reduce((sum, length) => sum + length, 0), each };
}

/** Opens a compiled file of `size` bytes. Null where another version wrote it, or where it is not whole. */
export function parseCompiledFile(read: ReadAt, size: number): CompiledFile | null {
  const prelude = size < PRELUDE_LENGTH ? null : PRELUDE.exec(read(0, PRELUDE_LENGTH).toString('latin1'));
  const headLength = Number(prelude?.[2]);
  if (Number(prelude?.[1]) !== LAYOUT || PRELUDE_LENGTH + headLength > size) return null;
  const { index, sections }: Head = JSON.parse(read(PRELUDE_LENGTH, headLength).toString());
  let at = PRELUDE_LENGTH + headLength;
  const open = <T>(section: number): JsonLines<T> => {
    const lengths = sections[section] ?? { sum: 0, each: [] };
    const lines = openJsonLines<T>(read, at, lengths);
    at += lengths.sum;
    return lines;
  };
  const entries = rememberLines(open<Entry>(0));
  // a log opens thousands of them, and whoever opened one keeps what it needs
  const templates = open<TemplatePart>(1);
  const patterns = rememberLines(open<PatternPart>(2));
  const endings = rememberLines(open<PrefixTree>(3));
  const patternsByWord = rememberLines(open<PatternsByWord>(4));
  const directives = rememberLines(open<readonly Directive[]>(5));
  const rest = open<Rest>(6);
  if (at !== size) return null;
  return {
    index,
    endings: () => endings.at(0),
    patternsByWord: () => patternsByWord.at(0),
    entry: entries.at,
    template: templates.at,
    // a part begins with its source: see toTemplateParts
    findTemplate: (source) => templates.find(`{"source":${JSON.stringify(source)},`),
    pattern: patterns.at,
    directives: () => directives.at(0),
    entries: entries.all,
    whole: () => ({
      entries: entries.all(),
      companions: toCompanions(rest.at(0).companions, patterns.all()),
      messages: [...templates.all().flatMap(({ messages }) => messages), ...rest.at(0).unwritten],
      actions: index.actions,
      directives: directives.at(0),
    }),
  };
}

function toCompanions(
  companions: readonly Omit<Companion, 'patterns'>[],
  parts: readonly PatternPart[],
): readonly Companion[] {
  const patternsOf = Map.groupBy(parts, ({ program }) => program);
  return companions.map((companion) => ({
    ...companion,
    patterns: (patternsOf.get(companion.program) ?? []).map(({ pattern }) => pattern),
  }));
}
