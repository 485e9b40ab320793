import type { LogRecord } from '../records/log-record.ts';

/** A line, and for how many of its kind it stands: one in a paste, more where a log was summed up. */
export interface Observation {
  readonly record: LogRecord;
  readonly count: number;
}

/** Lines of one kind: how many, and the first and the last of them. */
export interface Sighting {
  readonly count: number;
  readonly first: LogRecord | null;
  readonly last: LogRecord | null;
}

/** Sums lines up, in their order. */
export function toSighting(observations: readonly Observation[]): Sighting {
  return {
    count: observations.reduce((sum, { count }) => sum + count, 0),
    first: observations[0]?.record ?? null,
    last: observations.at(-1)?.record ?? null,
  };
}
