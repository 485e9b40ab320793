import { AskError } from './to-failure.ts';

/** Ends one request when it takes too long, or when the person who asked stops it. */
export interface Deadlines {
  /** Aborted with an AskError that says which limit it was. */
  readonly signal: AbortSignal;
  /** The model has begun to answer: from now on only the deadline for the whole counts. */
  readonly hasBegun: () => void;
  readonly clear: () => void;
}

/** Starts both clocks. `stop` is the asker's own signal. */
export function startDeadlines(firstWordMs: number, wholeMs: number, stop: AbortSignal): Deadlines {
  const ending = new AbortController();
  const end = (failure: ConstructorParameters<typeof AskError>[0]) => () => ending.abort(new AskError(failure));
  const first = setTimeout(end('first-word-too-late'), firstWordMs);
  const whole = setTimeout(end('too-late'), wholeMs);
  const onStop = end('stopped');
  if (stop.aborted) onStop();
  stop.addEventListener('abort', onStop, { once: true });
  return {
    signal: ending.signal,
    hasBegun: () => clearTimeout(first),
    clear() {
      clearTimeout(first);
      clearTimeout(whole);
      stop.removeEventListener('abort', onStop);
    },
  };
}

/** Settles like the promise, or rejects with the signal's reason as soon as that is aborted. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
