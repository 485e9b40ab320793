import { toDrawable } from '../core/reply/drawable.ts';

/** A file or pipe that was read, and where its lines stand in the paste that all of them make up. */
export interface InputRange {
  /** As the user named it; `-` is standard input. */
  readonly name: string;
  /** 1-based number of its first line in the paste. */
  readonly firstLine: number;
  readonly lineCount: number;
}

/** Names pasted lines as their reader finds them again: `line 9`, `lines 4–6, 9`, or `error.log:9` where several files were read. */
export type NameLines = (lines: readonly number[]) => string;

const SHOWN = 6;

/** With at most one input the lines need no file's name. */
export function createLineNames(inputs: readonly InputRange[]): NameLines {
  const starts = new Set(inputs.map(({ firstLine }) => firstLine));
  return (lines) => {
    const runs = toRuns(lines, starts);
    const named = runs.slice(0, SHOWN).map((run) => nameRun(run, inputs));
    const left = runs.slice(SHOWN).reduce((sum, run) => sum + run.last - run.first + 1, 0);
    const list = left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ');
    if (inputs.length > 1) return list;
    return lines.length === 1 ? `line ${list}` : `lines ${list}`;
  };
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** A run ends where its file does. */
function toRuns(lines: readonly number[], starts: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const open = runs.at(-1);
    if (open && line === open.last + 1 && !starts.has(line)) runs[runs.length - 1] = { first: open.first, last: line };
    else runs.push({ first: line, last: line });
  }
  return runs;
}

function nameRun({ first, last }: Run, inputs: readonly InputRange[]): string {
  const input = inputs.length > 1 ? inputs.findLast((range) => range.firstLine <= first) : undefined;
  const from = first - (input?.firstLine ?? 1) + 1;
  const range = first === last ? `${from}` : `${from}\u2013${from + last - first}`;
  return input ? `${toDrawable(input.name === '-' ? 'standard input' : input.name)}:${range}` : range;
}
