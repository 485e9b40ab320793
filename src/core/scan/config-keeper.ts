import { copy } from './copy.ts';
import type { KeptLine } from './log-groups.ts';

/** Keeps what may be configuration among the lines of a long text (`nginx -T` above a log): lines that end as directives and blocks do,
 * and what stands between them. */
export interface ConfigKeeper {
  /** True for a directive below others, which nobody needs to look at for anything else. */
  readonly goesOn: (line: string) => boolean;
  /** A line that nobody logged, as far as is known. */
  readonly add: (number: number, line: string) => void;
  /** A line of a log: what follows it is no configuration until a line says so. */
  readonly end: () => void;
  readonly kept: () => readonly KeptLine[];
}

/** In UTF-16 units. */
const MOST_KEPT = 500_000;
const LONGEST_LINE = 4_096;
const DIRECTIVE = /^[ \t]*(?:[a-z][a-z0-9_]{1,40}(?:[ \t].*)?[;{]|\})[ \t]*(?:#.*)?$/;
const FILE = /^# configuration file \S+:$/;

export function createConfigKeeper(): ConfigKeeper {
  const kept: KeptLine[] = [];
  let length = 0;
  let inside = false;
  return {
    goesOn: (line) => inside && line.length <= LONGEST_LINE && DIRECTIVE.test(line),
    add: (number, line) => {
      if (line.length > LONGEST_LINE || length > MOST_KEPT) return;
      inside ||= DIRECTIVE.test(line) || FILE.test(line);
      if (!inside) return;
      kept.push({ number, text: copy(line) });
      length += line.length + 1;
    },
    end: () => {
      inside = false;
    },
    kept: () => kept,
  };
}
