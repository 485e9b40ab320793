import { parseErrorHeadAt } from '../records/error-head.ts';
import { copy } from '../scan/copy.ts';
import type { KeptLine } from '../scan/log-groups.ts';
import { createBuckets } from './buckets.ts';
import { glanceAtRequest } from './glance-at-request.ts';
import { parseProbe } from './parse-probe.ts';
import { toShape } from './route.ts';
import type { SinceFix } from './since-fix.ts';
import { parseStamp } from './stamp.ts';

/** Sums up what a log of any length says about a fix, in bounded memory. */
export interface LogWatch {
  /** The next line, 1-based `number` in all files. */
  readonly add: (line: string, number: number) => void;
  /** The lines to judge by, in their order, and for how many each of them stands. */
  readonly finish: () => { readonly kept: readonly KeptLine[]; readonly counts: ReadonlyMap<number, number> };
}

const MOST_PROBES = 200;
const FURTHEST_HEAD = 300;
const LONGEST_LINE = 8_192;
const LONGEST_WORDS = 120;
const FAILED = 400;
const NOTICE = /\[notice\] \d+#\d+: (?:start worker processes|reconfiguring|signal process started|reopening logs)$/;

/** Counts requests by route and status and errors by their words, over time; keeps nginx's notices, and the output of requests by
 * hand. The time of the change may be known only at the end, and files may come in any order. */
export function createLogWatch({ at }: SinceFix): LogWatch {
  const buckets = createBuckets(at?.wall ?? 0);
  const wallOf = createWallOf();
  const others: KeptLine[] = [];

  const addError = (text: string, number: number): void => {
    const stamp = parseStamp(text.slice(0, FURTHEST_HEAD));
    if (!stamp) return;
    if (NOTICE.test(text)) buckets.add(text.slice(text.lastIndexOf(': ')), stamp.wall, { number, text }, 'last');
    else buckets.add(`error ${wordsOf(text)}`, stamp.wall, { number, text }, 'last');
  };

  return {
    add: (line, number) => {
      const text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
      const request = glanceAtRequest(text);
      const wall = request && wallOf(request.time);
      if (request && wall !== null) {
        const { uri, status } = request;
        const keep = (status ?? 0) >= FAILED ? 'last' : 'first';
        buckets.add(`${toShape(uri)} ${status}`, wall, { number, text }, keep);
      } else if (hasHead(text)) {
        addError(text, number);
      } else if (others.length < MOST_PROBES && parseProbe(text)) {
        others.push({ number, text: copy(text) });
      }
    },
    finish: () => {
      const all = buckets.all();
      const kept = [...all.map(({ line }) => line), ...others].toSorted((a, b) => a.number - b.number);
      return { kept, counts: new Map(all.map(({ line, count }) => [line.number, count])) };
    },
  };
}

/** Lines of one second follow each other, so the last time is remembered. */
function createWallOf(): (time: string) => number | null {
  let last = '';
  let wall: number | null = null;
  return (time) => {
    if (time === last) return wall;
    last = time;
    wall = parseStamp(time)?.wall ?? null;
    return wall;
  };
}

function hasHead(text: string): boolean {
  const bracket = text.indexOf('[');
  return bracket >= 0 && bracket <= FURTHEST_HEAD && parseErrorHeadAt(text, Math.max(0, bracket - 20)) !== null;
}

/** An error's own words and server, with a star for each number, so that its lines are one group. */
function wordsOf(text: string): string {
  const body = text.slice(text.indexOf('] ') + 2);
  const client = body.indexOf(', client: ');
  const server = /, server: ([^,]{0,255})/.exec(body)?.[1] ?? '';
  const words = (client < 0 ? body : body.slice(0, client)).replace(/\d+/g, '*').slice(0, LONGEST_WORDS);
  return `${words} ${server}`;
}
