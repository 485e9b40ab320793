import type { PastedLine } from '../paste/pasted-line.ts';
import type { ConfigRecord } from '../records/log-record.ts';

/** A directive while its tree is read. */
export interface OpenDirective {
  readonly name: string;
  readonly args: readonly string[];
  readonly inside: OpenDirective[] | null;
  readonly file: string | null;
  readonly records: readonly ConfigRecord[];
  isWhole: boolean;
  readonly isTerminated: boolean;
}

/** What was pasted in one piece: the directives outside all braces, in order. */
export interface Fragment {
  readonly file: string | null;
  readonly inside: OpenDirective[];
}

/** Directives and records of a paste's configuration. */
export interface Forest {
  readonly fragments: readonly Fragment[];
  readonly recordOf: (line: PastedLine) => ConfigRecord | null;
}

/** Grows a forest, directive by directive. */
export interface TreeBuilder {
  /** Leaves all blocks: what follows was pasted apart, perhaps from a file that is known. */
  readonly begin: (file: string | null) => void;
  /** Adds a directive where the paste stands; `end` is what ended it, null where the next one begins too early. */
  readonly add: (words: readonly string[], lines: readonly PastedLine[], end: ';' | '{' | null) => void;
  readonly close: () => void;
  /** Counts a line among the configuration. */
  readonly record: (line: PastedLine) => ConfigRecord;
  /** The innermost open block; null outside all. */
  readonly block: () => string | null;
  /** Something of the innermost open block is not in the paste, or is not understood. */
  readonly leaveOut: () => void;
  readonly finish: () => Forest;
}

/** Deeper nesting is nobody's configuration: what lies below is left out. */
const DEEPEST = 40;
const MOST_DIRECTIVES = 50_000;

/** Grows the forest. Braces that don't fit are forgiven: a paste may begin and end anywhere. */
export function createTreeBuilder(): TreeBuilder {
  const fragments: Fragment[] = [];
  const records = new Map<PastedLine, ConfigRecord>();
  let stack: OpenDirective[] = [];
  let tooDeep = 0;
  let count = 0;

  const fragment = (): Fragment => fragments.at(-1) ?? begin(null);
  const begin = (file: string | null): Fragment => {
    closeAll();
    const created: Fragment = { file, inside: [] };
    fragments.push(created);
    return created;
  };
  const closeAll = (): void => {
    for (const block of stack) block.isWhole = false;
    stack = [];
    tooDeep = 0;
  };
  const record = (line: PastedLine): ConfigRecord => {
    const known = records.get(line);
    const created: ConfigRecord = known ?? { kind: 'config', at: line.at, text: line.text, prefix: line.prefix };
    records.set(line, created);
    return created;
  };
  const add = (words: readonly string[], lines: readonly PastedLine[], end: ';' | '{' | null): void => {
    const shown = lines.map(record);
    if (tooDeep > 0 || count >= MOST_DIRECTIVES) {
      if (end === '{') tooDeep += 1;
      return;
    }
    const [name = '', ...args] = words;
    if (end === '{') leaveWhatCannotHold(name);
    const isBlock = end === '{';
    const { file } = fragment();
    const made = {
      name,
      args,
      inside: isBlock ? [] : null,
      file,
      records: shown,
      isWhole: true,
      isTerminated: end !== null,
    };
    (stack.at(-1)?.inside ?? fragment().inside).push(made);
    count += 1;
    if (!isBlock) return;
    if (stack.length < DEEPEST) stack.push(made);
    else tooDeep = 1;
  };
  /** A block that can't stand here shows that the braces before it were not pasted. */
  const leaveWhatCannotHold = (name: string): void => {
    const keep = stack.findIndex((block) => cannotHold(block.name, name));
    if (keep < 0) return;
    for (const block of stack.slice(keep)) block.isWhole = false;
    stack = stack.slice(0, keep);
  };

  return {
    begin: (file) => {
      begin(file);
    },
    add,
    record,
    close: () => {
      if (tooDeep > 0) tooDeep -= 1;
      else stack.pop();
    },
    block: () => (tooDeep > 0 ? '' : (stack.at(-1)?.name ?? null)),
    /** Something of the innermost open block is not in the paste, or is not understood. */
    leaveOut: () => {
      const block = stack.at(-1);
      if (block) block.isWhole = false;
    },
    finish: () => {
      closeAll();
      return { fragments, recordOf: (line) => records.get(line) ?? null };
    },
  };
}

const OUTERMOST: ReadonlySet<string> = new Set(['http', 'events', 'stream', 'mail']);
const BELOW_HTTP: ReadonlySet<string> = new Set(['server', 'upstream', 'map', 'geo', 'split_clients']);
const HOLDS_NO_BLOCK: ReadonlySet<string> = new Set(['upstream', 'map', 'geo', 'split_clients', 'types', 'events']);

function cannotHold(outer: string, inner: string): boolean {
  if (OUTERMOST.has(inner)) return true;
  if (outer.endsWith('_block')) return false;
  return HOLDS_NO_BLOCK.has(outer) || (BELOW_HTTP.has(inner) && (outer === 'server' || outer === 'location'));
}
