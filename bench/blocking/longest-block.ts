/** Watches how long the event loop is kept from its next turn. Counts the time that the thread is busy, so that other
 * programs on the machine do not count. */
export interface BlockWatch {
  /** The longest block since the last call, in milliseconds. */
  readonly take: () => number;
}

/** Starts watching this thread. Does not keep the process alive. */
export function watchBlocks(): BlockWatch {
  let longest = 0;
  let before = process.threadCpuUsage();
  const turn = (): void => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
    setImmediate(turn).unref();
  };
  setImmediate(turn).unref();
  return {
    take: () => {
      const { user, system } = process.threadCpuUsage(before);
      const taken = Math.max(longest, (user + system) / 1000);
      longest = 0;
      before = process.threadCpuUsage();
      return taken;
    },
  };
}
