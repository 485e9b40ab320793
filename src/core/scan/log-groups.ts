import { MOST_LINES, type Tally } from '../identify/finding.ts';
import { standsAt } from '../stands-at.ts';
import { copy } from './copy.ts';
import {
  countLine,
  type Minute,
  type MinuteCounts,
  type MinuteText,
  MOST_STRETCHES,
  noMinutes,
  toMinute,
  toPerMinute,
} from './minute-counts.ts';

/** A line that the answer is made from. */
export interface KeptLine {
  /** 1-based number in the file. */
  readonly number: number;
  readonly text: string;
}

/** Lines of one kind, server and address, counted; the first of them are kept. */
export interface LogGroup {
  readonly kind: string;
  readonly server: string;
  readonly address: string;
  count: number;
  /** `YYYY/MM/DD HH:MM:SS`, null where the lines have no such time. */
  firstAt: string | null;
  /** The seconds of the last time, as two characters' codes in one number; its minute is the last of `perMinute`. */
  lastSecond: number;
  readonly perMinute: MinuteCounts;
  readonly lines: number[];
  readonly kept: KeptLine[];
  readonly room: Room;
}

/** How much is kept of a group. */
interface Room {
  /** Lines, to make the answer from. */
  readonly kept: number;
  /** Numbers of lines. */
  readonly lines: number;
  /** Stretches of time. */
  readonly stretches: number;
}

/** Groups lines, bounded: when there are too many groups, further lines are counted under their kind alone. */
export interface LogGroups {
  /** `timeAt` is the offset of the time, `YYYY/MM/DD HH:MM:SS`, in the text; negative without one. */
  readonly add: (kind: string, server: string, address: string, number: number, text: string, timeAt: number) => void;
  /** In the order of their first lines. */
  readonly all: () => readonly LogGroup[];
  /** How many lines of each kind are in no group; kinds without any are left out. */
  readonly others: () => ReadonlyMap<string, number>;
}

/** Every kind has one group at least; there are as many kinds as messages, companions and statuses. */
const MOST_GROUPS = 500;
const MOST_GROUPS_OF_A_KIND = 100;
/** The first groups keep enough for every signal, the later ones enough to be named. Where there are hundreds, nobody looks for the hours of
 * the last. */
const ROOMS: readonly (Room & { readonly groups: number })[] = [
  { groups: 100, kept: 24, lines: MOST_LINES, stretches: MOST_STRETCHES },
  { groups: MOST_GROUPS, kept: 6, lines: 200, stretches: MOST_STRETCHES },
];
const LEAST_ROOM: Room = { kept: 4, lines: 50, stretches: 60 };
/** UTF-16 units of all kept lines together; then groups keep their first line alone, and a longer one starts no group. */
const MOST_KEPT = 4_000_000;
const LONGEST_FIRST = 4_096;
/** Lengths of a time down to its minute, and to its second. */
const MINUTE = 16;
const SECOND = 19;

/** A power of two. */
const SLOTS = 8_192;

/** Where lines of one kind went lately. */
interface Place {
  readonly name: string;
  readonly server: string;
  readonly address: string;
  /** Null where there was no room for a group. */
  readonly group: LogGroup | null;
  readonly kind: Kind;
}

/** A number made from lengths and the characters in which names and addresses differ most. */
function slotOf(name: string, server: string, address: string): number {
  return (
    (name.length * 31 + server.length * 1_009 + address.length * 61 + sample(name) * 7 + sample(server) * 521) ^
    (sample(address) * 131)
  );
}

function sample(text: string): number {
  const { length } = text;
  return length < 2
    ? 0
    : text.charCodeAt(0) +
        text.charCodeAt(length >> 1) * 3 +
        text.charCodeAt(length - 2) * 5 +
        text.charCodeAt(length - 1);
}

/** What is counted of one kind. */
interface Kind {
  readonly servers: Map<string, Map<string, LogGroup>>;
  groups: number;
  others: number;
}

export function createLogGroups(): LogGroups {
  const groups: LogGroup[] = [];
  const kinds = new Map<string, Kind>();
  /** Comparing with the last place of a slot is cheaper than looking up parts of lines, which have to be hashed first. */
  const recent: (Place | undefined)[] = new Array(SLOTS).fill(undefined);
  let kept = 0;
  // lines come in the order of time, so that all groups share their minutes
  let minute = toMinute('');

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
    const group: LogGroup = {
      kind: name,
      server: copy(server),
      address: copy(address),
      count: 0,
      firstAt: null,
      lastSecond: 0,
      perMinute: noMinutes(),
      lines: [],
      kept: [],
      room: ROOMS.find((room) => groups.length < room.groups) ?? LEAST_ROOM,
    };
    const addresses = kind.servers.get(server) ?? new Map<string, LogGroup>();
    if (addresses.size === 0) kind.servers.set(group.server, addresses);
    addresses.set(group.address, group);
    kind.groups += 1;
    groups.push(group);
    return group;
  };
  const findPlace = (name: string, server: string, address: string, text: string): Place => {
    const kind = findKind(name);
    const group = kind.servers.get(server)?.get(address) ?? null;
    if (group) return { name, server: group.server, address: group.address, group, kind };
    const made = hasRoom(kind, text) ? makeGroup(name, kind, server, address) : null;
    return { name, server: made?.server ?? copy(server), address: made?.address ?? copy(address), group: made, kind };
  };
  const keep = (group: LogGroup, number: number, text: string): void => {
    if (group.kept.length > 0 && kept >= MOST_KEPT) return;
    group.kept.push({ number, text: copy(text) });
    kept += text.length;
  };

  return {
    add: (name, server, address, number, text, timeAt) => {
      const slot = slotOf(name, server, address) & (SLOTS - 1);
      let place = recent[slot];
      if (place?.name !== name || place.address !== address || place.server !== server) {
        place = findPlace(name, server, address, text);
        recent[slot] = place;
      }
      const { group } = place;
      if (group === null) {
        place.kind.others += 1;
        return;
      }
      group.count += 1;
      if (timeAt >= 0) {
        if (minute.text === '' || !standsAt(text, minute.text, timeAt))
          minute = toMinute(copy(text.slice(timeAt, timeAt + MINUTE)));
        countTime(group, text, timeAt, minute);
      }
      if (group.count <= group.room.lines) group.lines.push(number);
      if (group.count <= group.room.kept) keep(group, number, text);
    },
    all: () => groups,
    others: () =>
      new Map([...kinds].flatMap(([name, { others }]): [string, number][] => (others > 0 ? [[name, others]] : []))),
  };
}

function countTime(group: LogGroup, text: string, timeAt: number, minute: Minute): void {
  group.firstAt ??= copy(text.slice(timeAt, timeAt + SECOND));
  group.lastSecond = (text.charCodeAt(timeAt + SECOND - 2) << 8) | text.charCodeAt(timeAt + SECOND - 1);
  countLine(group.perMinute, minute, group.room.stretches);
}

/** What a group counted. */
export function tallyOf({ count, firstAt, lastSecond, lines, perMinute }: LogGroup, textOf: MinuteText): Tally {
  const second = String.fromCharCode(lastSecond >> 8, lastSecond & 0xff);
  const lastAt = firstAt === null ? null : `${perMinute.minute?.text}:${second}`;
  return { count, firstAt, lastAt, lines, perMinute: toPerMinute(perMinute, textOf) };
}
