import type { Said } from '../identify/claim-of.ts';
import type { KnownTemplate } from '../identify/known-template.ts';
import type { Fit } from '../identify/template-index.ts';
import { hasShape, type Shape, shapeOf } from '../identify/values.ts';
import { copy } from './copy.ts';

/** What all bodies have in common that differ in paths and numbers alone. */
export interface Alike extends Pick<Said, 'action' | 'errno'> {
  readonly shape: Shape;
  /** The templates that start with words of their own and fit them; their captures are left out. */
  readonly fits: readonly Fit[];
}

/** Most new bodies of a log differ from earlier ones in a path or a number, and fit the same templates. */
export interface AlikeMemory {
  /** Null where no body like this one came lately. */
  readonly find: (body: string) => Alike | null;
  /** Remembers what was found out about a body, where it holds for all that are like it. */
  readonly add: (body: string, said: Said, fits: readonly Fit[]) => void;
}

/** A power of two. */
const SLOTS = 256;
const MOST_OF_A_SLOT = 8;

/** Creates an empty memory. Each slot has the shapes that start alike, the one that came last first. */
export function createAlikeMemory(): AlikeMemory {
  const slots: (Alike[] | undefined)[] = new Array(SLOTS).fill(undefined);
  // only what comes again soon is worth a closer look
  const latest: (KnownTemplate | undefined)[] = new Array(SLOTS).fill(undefined);
  return {
    find: (body) => {
      const alike = slots[slotOf(body)];
      if (alike === undefined) return null;
      for (let at = 0; at < alike.length; at += 1) {
        const one = alike[at];
        if (one === undefined || !hasShape(body, one.shape)) continue;
        moveToFront(alike, at, one);
        return one;
      }
      return null;
    },
    add: (body, said, fits) => {
      const [best] = fits;
      if (!best) return;
      const slot = slotOf(body);
      const before = latest[slot];
      latest[slot] = best.known;
      const shape = before === best.known ? sharedShape(copy(body), said, fits) : null;
      if (shape !== null)
        slots[slot] = [toAlike(shape, said, fits), ...(slots[slot] ?? []).slice(0, MOST_OF_A_SLOT - 1)];
    },
  };
}

/** Keeps nothing that would keep the line. */
function toAlike(shape: Shape, { action, errno }: Said, fits: readonly Fit[]): Alike {
  return {
    shape,
    action: action && copy(action),
    errno: errno && { ...errno, text: copy(errno.text) },
    fits: fits.map((fit) => ({ ...fit, captures: [] })),
  };
}

/** No value stands so early in what is remembered. */
const SHORTEST_START = 6;

const slotOf = (body: string): number =>
  (body.charCodeAt(0) * 3 + body.charCodeAt(2) * 31 + body.charCodeAt(SHORTEST_START - 1) * 7) & (SLOTS - 1);

function moveToFront(alike: Alike[], from: number, one: Alike): void {
  for (let at = from; at > 0; at -= 1) alike[at] = alike[at - 1] ?? one;
  alike[0] = one;
}

/** The body's shape where what was found out holds for all that have it: only the message has values, all of them behind the first
 * words of a steady template, and nothing in it could be taken for the system's error if its values were shorter. */
function sharedShape(body: string, { message, forms, errno }: Said, fits: readonly Fit[]): Shape | null {
  const steady = fits.find(({ known }) => known.steady);
  if (!steady || forms[forms.length - 1] !== body || (errno === null && message.includes('('))) return null;
  const shape = shapeOf(body);
  const start = shape.words[0] ?? '';
  const hasValues = shape.words.length > 1 && shapeOf(body.slice(message.length)).words.length === 1;
  const least = Math.max(SHORTEST_START, steady.known.literals[0]?.length ?? 0);
  return hasValues && start.length - Number(start.endsWith('/')) >= least ? shape : null;
}
