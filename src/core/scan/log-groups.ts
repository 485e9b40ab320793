import { countMinute, MOST_LINES, type Tally } from '../identify/finding.ts';
import { copy } from './copy.ts';

/** A line that the answer is made from. */
export interface KeptLine {
  /** 1-based number in the file. */
  readonly number: number;
  readonly text: string;
}

/** Lines that belong together, counted; the first of them are kept. */
export interface LogGroup {
  /** The first of the keys. */
  readonly name: string;
  count: number;
  /** `YYYY/MM/DD HH:MM:SS`, null where the lines have no such time. */
  firstAt: string | null;
  lastAt: string | null;
  readonly perMinute: Map<string, number>;
  readonly lines: number[];
  readonly kept: KeptLine[];
}

/** Groups by up to three keys, bounded: when there are too many, a line is counted under its first key alone, and as left out. */
export interface LogGroups {
  readonly add: (kind: string, server: string, address: string, line: KeptLine, time: string | null) => void;
  readonly all: () => readonly LogGroup[];
  readonly leftOut: () => number;
}

const MOST_GROUPS = 500;
/** The first groups keep enough lines for every signal, the later ones enough to be named. */
const MANY_KEPT = 60;
const FEW_KEPT = 6;
const GROUPS_WITH_MANY = 100;

export function createLogGroups(): LogGroups {
  const groups: LogGroup[] = [];
  const kinds = new Map<string, Map<string, Map<string, LogGroup>>>();
  let leftOut = 0;

  const find = (kind: string, server: string, address: string): LogGroup | undefined =>
    kinds.get(kind)?.get(server)?.get(address);

  const make = (kind: string, server: string, address: string): LogGroup => {
    const group: LogGroup = {
      name: copy(kind),
      count: 0,
      firstAt: null,
      lastAt: null,
      perMinute: new Map(),
      lines: [],
      kept: [],
    };
    const servers = inner(kinds, kind);
    inner(servers, server).set(copy(address), group);
    groups.push(group);
    return group;
  };

  return {
    add: (kind, server, address, line, time) => {
      let group = find(kind, server, address);
      if (!group) {
        const isFull = groups.length >= MOST_GROUPS;
        if (isFull) leftOut += 1;
        group = isFull ? (find(kind, '', '') ?? make(kind, '', '')) : make(kind, server, address);
      }
      group.count += 1;
      if (time !== null) {
        group.firstAt ??= copy(time);
        group.lastAt = time;
        countMinute(group.perMinute, copy(time.slice(0, 16)));
      }
      if (group.lines.length < MOST_LINES) group.lines.push(line.number);
      const most = groups.length <= GROUPS_WITH_MANY ? MANY_KEPT : FEW_KEPT;
      if (group.kept.length < most) group.kept.push({ number: line.number, text: copy(line.text) });
    },
    all: () => groups,
    leftOut: () => leftOut,
  };
}

function inner<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = map.get(key) ?? new Map<string, V>();
  if (!map.has(key)) map.set(copy(key), found);
  return found;
}

/** What a group counted. */
export function tallyOf({ count, firstAt, lastAt, lines, perMinute }: LogGroup): Tally {
  return { count, firstAt, lastAt, lines, perMinute };
}
