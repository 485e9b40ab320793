import type { Severity } from '../entry.ts';
import type { Tally } from '../identify/finding.ts';
import type { Level } from '../records/error-head.ts';

/** What is remembered of the pastes of a case: typed facts, and none of the pasted text. Plain data, kept as JSON. */
export interface CaseFacts {
  /** Of this format; facts of another version are forgotten. */
  readonly version: 1;
  /** How many pastes they were derived from; one that said nothing doesn't count. */
  readonly pastes: number;
  readonly findings: readonly FindingFacts[];
  /** Everything else that says something, in the order of the pastes. */
  readonly others: readonly OtherFacts[];
}

/** One error on one server and upstream. */
export interface FindingFacts {
  /** The entry's id, or null where no entry knows the message. */
  readonly entry: string | null;
  /** nginx's format string. */
  readonly template: string;
  /** The id of the place in nginx that most likely logged it; null where only an entry knows the message. */
  readonly message: string | null;
  readonly tally: Omit<Tally, 'lines' | 'perMinute'>;
  /** How much it matters: of one entry some lines may matter more than others. Null where no entry knows the message. */
  readonly severity: Severity | null;
  /** The facts that may be kept, by the names of placeholders. */
  readonly values: Readonly<Record<string, string>>;
  /** Empty where a paste only tells more about an error of an earlier one. */
  readonly lines: readonly ErrorFacts[];
  /** Signals about this error that lines of the paste show and that no other fact tells. */
  readonly shown: readonly ShownFacts[];
}

/** A signal that a line showed when its words were at hand. */
export interface ShownFacts extends Place {
  readonly signal: string;
  /** The line's kind in words, none of its own; empty for one of nginx's errors, and where it has no kind. */
  readonly text: string;
}

/** Where a line stood. */
export interface Place {
  /** Which paste of the case, counted from 1. */
  readonly paste: number;
  /** 1-based number of its first line there. */
  readonly line: number;
}

/** One line of nginx's error log. */
export interface ErrorFacts extends Place {
  /** `YYYY/MM/DD HH:MM:SS` as nginx wrote it. */
  readonly time: string | null;
  readonly level: Level | null;
  readonly pid: number | null;
  readonly connection: number | null;
  readonly errno: { readonly code: number; readonly name: string | null } | null;
  readonly action: string | null;
  /** Method and path of the request, without its query: `GET /reports/yearly`. */
  readonly request: string | null;
  /** Scheme and address, without a path. */
  readonly upstream: string | null;
}

/** A line of another kind. */
export type OtherFacts = AccessFacts | CompanionFacts | OutputFacts | NoticeFacts;

/** A line of an access log. */
export interface AccessFacts extends Place {
  readonly kind: 'access';
  /** As logged, with its offset. */
  readonly time: string | null;
  readonly method: string | null;
  /** Without its query. */
  readonly path: string | null;
  readonly status: number | null;
  readonly requestTime: number | null;
  readonly upstreamStatuses: readonly number[];
  readonly upstreamTimes: readonly number[];
  readonly upstreamConnectTimes: readonly number[];
}

/** A line of another program. */
export interface CompanionFacts extends Place {
  readonly kind: 'companion';
  readonly program: string;
  /** The pattern's id: `gunicorn-worker-timeout`. */
  readonly pattern: string;
  /** The pattern's own words, with their holes empty. */
  readonly template: string;
  /** As its own log has it, `YYYY-MM-DD HH:MM:SS`, or `Nov 22 10:15:42` where that has no year, with an offset where the log has one
   * (`+02:00`); of a line without a time that of the lines around it; null where nothing tells. */
  readonly time: string | null;
  /** Where it says that it listens; empty for all other lines. */
  readonly listens: Readonly<Record<string, string>>;
}

/** A line of a command's output, of which only what it shows is left. */
export interface OutputFacts extends Place {
  readonly kind: 'output';
  /** The shortest line that says the same: `LISTEN 0 0 127.0.0.1:8080 `, `nginx/1.25.3`; empty where only `shows` is left. */
  readonly text: string;
  readonly shows: readonly string[];
}

/** A notice of nginx's that it started or read its configuration anew. */
export interface NoticeFacts extends Place {
  readonly kind: 'notice';
  /** nginx's own words, which hold no value. */
  readonly message: string;
  readonly time: string | null;
  readonly pid: number | null;
}
