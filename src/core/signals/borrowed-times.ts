import { once } from '../once.ts';
import type { LogRecord } from '../records/log-record.ts';
import { toSeconds } from './time.ts';

/** When a line without a time of its own was written, in seconds as `toSeconds` counts them; null where nothing tells. */
export type BorrowTime = (record: LogRecord, year: number) => number | null;

const CONTINUES = /^\s|^[\])}^]/;
const INDENTED = /\s{2}$/;
const EMPTY = /\|\s*$/;
const FINISHED = /^\s*Finished:\s/;
const MOST_LINES_TO_FINISHED = 5;
const LONGEST_LOOK = 200;

/** Lines of a trace happened when its first line was written, and a container's last state, as `kubectl describe` prints it, at its
 * `Finished:`. Source: kubernetes/kubectl pkg/describe/describe.go describeStatus (Reason, Exit Code, Started, Finished). */
export function createBorrowTime(records: readonly LogRecord[]): BorrowTime {
  const places = once(() => new Map(records.map((one, index) => [one, index])));
  return (record, year) => {
    const place = places().get(record);
    if (place === undefined) return null;
    return record.kind === 'companion' && record.program === 'kubernetes'
      ? finishedAt(records, place, year)
      : headTime(records, place, year);
  };
}

/** The time of a line itself. */
export const ownTime = ({ prefix, text }: LogRecord, year: number): number | null =>
  toSeconds(`${prefix}${text.slice(0, LONGEST_LOOK)}`, year);

function finishedAt(records: readonly LogRecord[], place: number, year: number): number | null {
  const finished = records
    .slice(place + 1, place + 1 + MOST_LINES_TO_FINISHED)
    .find(({ text }) => FINISHED.test(text.slice(0, LONGEST_LOOK)));
  return finished === undefined ? null : ownTime(finished, year);
}

const LONGEST_TRACE = 60;

/** Up from a trace's line over indented lines and blanks to the one that the trace begins with. */
function headTime(records: readonly LogRecord[], place: number, year: number): number | null {
  for (let at = place; at > 0 && place - at < LONGEST_TRACE; at -= 1) {
    const [line, above] = [records[at], records[at - 1]];
    if (!line || !above || !isTail(line, above)) return null;
    const time = continues(above) ? null : ownTime(above, year);
    if (time !== null) return above.kind === 'error' || above.kind === 'access' ? null : time;
  }
  return null;
}

/** True for an indented line, and for one right behind the indented ones. */
const isTail = (line: LogRecord, above: LogRecord): boolean => continues(line) || continues(above);

/** An envelope such as compose's takes the indentation with it, and stands alone on an empty line. */
const continues = ({ prefix, text }: LogRecord): boolean =>
  CONTINUES.test(text) || INDENTED.test(prefix) || (prefix === '' && EMPTY.test(text.slice(0, LONGEST_LOOK)));
