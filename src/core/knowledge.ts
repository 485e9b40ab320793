import type { Companion } from './companion.ts';
import type { Entry } from './entry.ts';
import type { Message } from './message.ts';

/** Everything that decides an answer. Read from `knowledge/` and checked once; plain data, so it can be compiled to one JSON file. */
export interface Knowledge {
  /** Ordered by id. */
  readonly entries: readonly Entry[];
  readonly companions: readonly Companion[];
  readonly messages: readonly Message[];
  /** The strings that nginx writes after "while ". */
  readonly actions: readonly string[];
}
