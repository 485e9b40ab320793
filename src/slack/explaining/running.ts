/** The explanations that are being written, each known by the thread and the paste that it is about. */
export interface Running {
  /** The signal that Stop aborts; null when that explanation is being written already. */
  readonly start: (key: string) => AbortSignal | null;
  /** False when nothing of that key is being written, for example since a restart. */
  readonly stop: (key: string) => boolean;
  readonly end: (key: string) => void;
}

/** Knows what this process writes. */
export function createRunning(): Running {
  const running = new Map<string, AbortController>();
  return {
    start(key) {
      if (running.has(key)) return null;
      const controller = new AbortController();
      running.set(key, controller);
      return controller.signal;
    },
    stop(key) {
      running.get(key)?.abort();
      return running.has(key);
    },
    end: (key) => void running.delete(key),
  };
}
