import type { Companion } from './companion.ts';
import type { MeasureKind } from './config/measure.ts';
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
  readonly directives: readonly Directive[];
}

/** A directive of the official reference (`@nginx/reference-lib`); one that several modules have occurs once for each. */
export interface Directive {
  readonly name: string;
  /** `ngx_http_proxy_module`. */
  readonly module: string;
  /** `http`, `server`, `location`, `upstream`, `main`, `events`, `stream` … */
  readonly contexts: readonly string[];
  /** In the reference's own words; empty when there is none. */
  readonly default: string;
  /** What its first argument measures; null where it is a word. */
  readonly takes: MeasureKind | null;
}
