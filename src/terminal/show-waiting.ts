/** Says on a terminal that somebody else is waited for. */
export interface Waiting {
  /** Takes it away; does nothing the second time. */
  readonly end: () => void;
}

const ERASE_LINE = '\r\u001b[K';

/** One line on standard error where that is a terminal, and nothing elsewhere. */
export function showWaiting(words: string): Waiting {
  if (!process.stderr.isTTY) return { end: () => undefined };
  let isShown = true;
  process.stderr.write(words);
  return {
    end() {
      if (isShown) process.stderr.write(ERASE_LINE);
      isShown = false;
    },
  };
}
