/** One logical line of a paste: envelopes peeled off, hard wraps joined, glued lines split. */
export interface PastedLine {
  readonly text: string;
  /** The 1-based numbers of the pasted lines that it came from, ascending, never empty. */
  readonly at: readonly number[];
  /** The program that syslog or journald names, lower case; null where nothing does. */
  readonly program: string | null;
  /** What stood before the line and was peeled off: it may hold the time. */
  readonly prefix: string;
}
