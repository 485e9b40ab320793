/** When the lines of a paste or log were written, in equal steps, for a plot. Times are nginx's own, in its local time. */
export interface Timeline {
  /** The first step: `YYYY/MM/DD HH:MM`. */
  readonly from: string;
  /** The end of the last step. */
  readonly until: string;
  readonly stepMinutes: number;
  /** The findings with the most lines, each with its count in every step. */
  readonly series: readonly TimelineSeries[];
  /** In the order of time. */
  readonly marks: readonly TimelineMark[];
}

/** How often one finding occurred in each step. */
export interface TimelineSeries {
  readonly title: string;
  /** The entry's id, or nginx's own words where there is no entry. */
  readonly name: string;
  readonly counts: readonly number[];
}

/** Something that happened at one step. `trouble`: the first line of the leading finding. `restart`: nginx or a backend was started
 * or reloaded. */
export interface TimelineMark {
  readonly kind: 'trouble' | 'restart';
  /** Index of its step. */
  readonly step: number;
  /** `YYYY/MM/DD HH:MM:SS`. */
  readonly at: string;
  /** 1-based number of the line that says so. */
  readonly line: number;
}
