import type { Companion } from '../core/companion.ts';
import { takeApart } from '../core/compile-knowledge.ts';
import type { CompiledKnowledge, KnowledgeIndex, PatternPart, TemplatePart } from '../core/compiled-knowledge.ts';
import type { Entry } from '../core/entry.ts';
import type { Directive, Knowledge } from '../core/knowledge.ts';
import type { Message } from '../core/message.ts';
import { openJsonLines, toJsonLine } from './json-lines.ts';

/** The number changes whenever the layout does, so that no version misreads another's file. */
const MARK = '{"format":1,';

/** The first line: what every line of a log needs, and the bytes of each line below, section by section. */
interface Head {
  readonly index: KnowledgeIndex;
  readonly lengths: readonly (readonly number[])[];
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
  const { index, entries, templates, patterns, directives } = takeApart(knowledge);
  const rest: Rest = {
    companions: knowledge.companions.map(({ patterns: _, ...companion }) => companion),
    unwritten: knowledge.messages.filter(({ abstract, generic }) => abstract || generic),
  };
  const sections = [entries, templates, patterns, [directives], [rest]].map((section) => section.map(toJsonLine));
  const head: Head = { index, lengths: sections.map((section) => section.map(({ length }) => length)) };
  return Buffer.concat([Buffer.from(MARK), toJsonLine(head).subarray(1), ...sections.flat()]);
}

/** Opens a compiled file. Null where another version wrote it, or where it is not whole. */
export function parseCompiledFile(bytes: Buffer): CompiledFile | null {
  const headEnd = bytes.indexOf('\n') + 1;
  if (headEnd === 0 || bytes.toString('latin1', 0, MARK.length) !== MARK) return null;
  const { index, lengths }: Head = JSON.parse(bytes.toString('utf8', 0, headEnd));
  const [entryLengths = [], templateLengths = [], patternLengths = [], directiveLengths = [], restLengths = []] =
    lengths;
  const entries = openJsonLines<Entry>(bytes, headEnd, entryLengths);
  const templates = openJsonLines<TemplatePart>(bytes, entries.end, templateLengths);
  const patterns = openJsonLines<PatternPart>(bytes, templates.end, patternLengths);
  const directives = openJsonLines<readonly Directive[]>(bytes, patterns.end, directiveLengths);
  const rest = openJsonLines<Rest>(bytes, directives.end, restLengths);
  if (rest.end !== bytes.length) return null;
  return {
    index,
    entry: entries.at,
    template: templates.at,
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
