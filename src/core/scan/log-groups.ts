import { countMinute, MOST_LINES, type Tally } from '../identify/finding.ts';
import { copy } from './copy.ts';

/** A line that the answer is made from. */
export interface KeptLine {
  /** 1-based number in the file. */
  readonly number: number;
  readonly text: string;
}

/** Lines of one kind, server and address, counted; the first of them are kept. */
export interface LogGroup {
  readonly kind: string;
  count: number;
  /** `YYYY/MM/DD HH:MM:SS`, null where the lines have no such time. */
  firstAt: string | null;
  lastAt: string | null;
  /** Without the lines of `minute`. */
  readonly perMinute: Map<string, number>;
  /** `YYYY/MM/DD HH:MM` of the last line with a time, empty before there is one; its lines are counted apart, as most come in order. */
  minute: string;
  inMinute: number;
  readonly lines: number[];
  readonly kept: KeptLine[];
  /** How many lines are kept. */
  readonly most: number;
}

/** Groups lines, bounded: when there are too many groups, further lines are counted under their kind alone. */
export interface LogGroups {
  readonly add: (
    kind: string,
    server: string,
    address: string,
    number: number,
    text: string,
    time: string | null,
  ) => void;
  /** In the order of their first lines. */
  readonly all: () => readonly LogGroup[];
  /** How many lines of each kind are in no group; kinds without any are left out. */
  readonly others: () => ReadonlyMap<string, number>;
}

/** Every kind has one group at least; there are as many kinds as messages, companions and statuses. */
const MOST_GROUPS = 500;
const MOST_GROUPS_OF_A_KIND = 100;
/** The first groups keep enough lines for every signal, the later ones enough to be named. */
const MANY_KEPT = 24;
const FEW_KEPT = 6;
const GROUPS_WITH_MANY = 100;
/** UTF-16 units of all kept lines together; then groups keep their first line alone, and a longer one starts no group. */
const MOST_KEPT = 4_000_000;
const LONGEST_FIRST = 4_096;

/** What is counted of one kind. */
interface Kind {
  readonly servers: Map<string, Map<string, LogGroup>>;
  groups: number;
  others: number;
}

export function createLogGroups(): LogGroups {
  const groups: LogGroup[] = [];
  const kinds = new Map<string, Kind>();
  let kept = 0;

  const findKind = (name: string): Kind => {
    const known = kinds.get(name);
    if (known) return known;
    const kind: Kind = { servers: new Map(), groups: 0, others: 0 };
    kinds.set(copy(name), kind);
    return kind;
  };
  const hasRoom = (kind: Kind, text: string): boolean => {
    if (kept >= MOST_KEPT && text.length > LONGEST_FIRST) return false;
    return kind.groups === 0 || (groups.length < MOST_GROUPS && kind.groups < MOST_GROUPS_OF_A_KIND);
  };
  const makeGroup = (name: string, kind: Kind, server: string, address: string): LogGroup => {
    const most = groups.length < GROUPS_WITH_MANY ? MANY_KEPT : FEW_KEPT;
    const group: LogGroup = {
      kind: name,
      count: 0,
      firstAt: null,
      lastAt: null,
      perMinute: new Map(),
      minute: '',
      inMinute: 0,
      lines: [],
      kept: [],
      most,
    };
    const addresses = kind.servers.get(server) ?? new Map<string, LogGroup>();
    if (addresses.size === 0) kind.servers.set(copy(server), addresses);
    addresses.set(copy(address), group);
    kind.groups += 1;
    groups.push(group);
    return group;
  };
  const keep = (group: LogGroup, number: number, text: string): void => {
    if (group.kept.length >= (kept >= MOST_KEPT ? 1 : group.most)) return;
    group.kept.push({ number, text: copy(text) });
    kept += text.length;
  };

  return {
    add: (name, server, address, number, text, time) => {
      const kind = findKind(name);
      let group = kind.servers.get(server)?.get(address);
      if (!group && hasRoom(kind, text)) group = makeGroup(name, kind, server, address);
      if (!group) {
        kind.others += 1;
        return;
      }
      group.count += 1;
      // a slice keeps its line alive: one line a group, unless it is a long one
      if (time !== null) countTime(group, text.length > LONGEST_FIRST ? copy(time) : time);
      if (group.lines.length < MOST_LINES) group.lines.push(number);
      keep(group, number, text);
    },
    all: () => groups,
    others: () =>
      new Map([...kinds].flatMap(([name, { others }]): [string, number][] => (others > 0 ? [[name, others]] : []))),
  };
}

function countTime(group: LogGroup, time: string): void {
  group.firstAt ??= copy(time);
  group.lastAt = time;
  if (group.minute === '' || !time.startsWith(group.minute)) {
    countMinute(group.perMinute, group.minute, group.inMinute);
    group.minute = copy(time.slice(0, 16));
    group.inMinute = 0;
  }
  group.inMinute += 1;
}

/** What a group counted. */
export function tallyOf({ count, firstAt, lastAt, lines, perMinute, minute, inMinute }: LogGroup): Tally {
  const all = new Map(perMinute);
  countMinute(all, minute, inMinute);
  return { count, firstAt, lastAt, lines, perMinute: all };
}
