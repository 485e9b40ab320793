/** The work that a shutdown waits for. */
export interface InFlight {
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  readonly size: () => number;
  /** Resolves as soon as nothing is left, also with what is added while waiting. */
  readonly idle: () => Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => void running.delete(work);
      work.then(done, done);
      return work;
    },
    size: () => running.size,
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
