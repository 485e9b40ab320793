/** Collects what arrives and hands it out once, in order, to whoever waits for it. */
export interface Inbox<T> {
  /** Everything that ever arrived. */
  readonly all: readonly T[];
  readonly push: (item: T) => void;
  /** Calls `listener` with each item as it arrives, whoever else waits for it. */
  readonly watch: (listener: (item: T) => void) => void;
  /** The first item not handed out yet that matches; waits for it up to `withinMs` and rejects after that. */
  readonly next: (match?: (item: T) => boolean, withinMs?: number) => Promise<T>;
}

interface Waiter<T> {
  readonly match: (item: T) => boolean;
  readonly take: (item: T) => void;
}

const PATIENCE_MS = 5_000;

/** `what` names the items in the error of a deadline that passed. */
export function createInbox<T>(what: string): Inbox<T> {
  const all: T[] = [];
  const waiting = new Set<Waiter<T>>();
  const listeners: ((item: T) => void)[] = [];
  let left: T[] = [];

  function push(item: T): void {
    all.push(item);
    const waiter = [...waiting].find(({ match }) => match(item));
    if (waiter) waiter.take(item);
    else left.push(item);
    for (const listener of listeners) listener(item);
  }

  function next(match: (item: T) => boolean = () => true, withinMs = PATIENCE_MS): Promise<T> {
    const found = left.find(match);
    if (found !== undefined) {
      left = left.filter((item) => item !== found);
      return Promise.resolve(found);
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter<T> = { match, take };
      const timer = setTimeout(giveUp, withinMs);
      waiting.add(waiter);
      function take(item: T): void {
        clearTimeout(timer);
        waiting.delete(waiter);
        resolve(item);
      }
      function giveUp(): void {
        waiting.delete(waiter);
        const seen = left.map((item) => JSON.stringify(item).slice(0, 300)).join('\n');
        reject(new Error(`No ${what} came within ${withinMs} ms. Waiting unread:\n${seen || '(nothing)'}`));
      }
    });
  }

  return { all, push, next, watch: (listener) => void listeners.push(listener) };
}
