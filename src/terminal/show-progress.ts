/** Tells on a terminal how far reading has come. */
export interface Progress {
  readonly add: (bytes: number) => void;
  readonly stop: () => void;
}

/** Less than this is read before anyone could look. In bytes. */
const WORTH_SHOWING = 8_000_000;
const SILENT: Progress = { add: () => undefined, stop: () => undefined };

/** A bar on standard error where that is a terminal and there is much to read. `total` is in bytes; null where nobody knows it. */
export async function showProgress(total: number | null): Promise<Progress> {
  if (total === null || total < WORTH_SHOWING || !process.stderr.isTTY) return SILENT;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: 'Reading {bar} {percentage} % of {megabytes} MB, {eta_formatted} left',
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    clearOnComplete: true,
    hideCursor: null,
  });
  bar.start(total, 0, { megabytes: Math.round(total / 1_000_000) });
  return { add: (bytes) => bar.increment(bytes), stop: () => bar.stop() };
}
