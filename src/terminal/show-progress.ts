/** Tells on a terminal how far reading has come. */
export interface Progress {
  readonly add: (bytes: number) => void;
  readonly stop: () => void;
}

/** Less than this is read before anyone could look. In bytes. */
const WORTH_SHOWING = 8_000_000;
const SILENT: Progress = { add: () => undefined, stop: () => undefined };

/** A bar on `stream` where that is a terminal and there is much to read. `total` is in bytes; null where nobody knows it. */
export async function showProgress(total: number | null, stream: NodeJS.WriteStream): Promise<Progress> {
  if (!stream.isTTY || total === null || total < WORTH_SHOWING) return SILENT;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    stream,
    format: 'Reading {bar} {percentage} % of {megabytes} MB, {eta_formatted} left',
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    clearOnComplete: true,
    hideCursor: null,
  });
  bar.start(total, 0, { megabytes: Math.round(total / 1_000_000) });
  return { add: (bytes) => bar.increment(bytes), stop: () => bar.stop() };
}
