import type { CompanionPattern } from '../companion.ts';
import type { AccessFields } from './access-fields.ts';
import type { Context } from './context-tail.ts';
import type { Errno } from './errno.ts';
import type { Level } from './error-head.ts';

/** One logical log line of a paste. Nothing throws while reading: what is not understood stays `unknown`. */
export type LogRecord = ErrorRecord | AccessRecord | CompanionRecord | ConfigRecord | UnknownRecord;

interface Lines {
  /** 1-based numbers of the pasted lines that it came from, ascending; empty only for a line of an earlier paste. */
  readonly at: readonly number[];
  /** The line as cleaned: without envelopes, links, control characters. Of an earlier paste's line, its kind in words. */
  readonly text: string;
  /** What other programs put before it and was peeled off; it may hold the time. */
  readonly prefix: string;
  /** Set where the line stood in an earlier paste of the case, of which only facts are known. */
  readonly earlier?: Earlier | undefined;
}

/** Where an earlier line stood, and what its words said when they were at hand. */
export interface Earlier {
  /** Which paste of the case, counted from 1. */
  readonly paste: number;
  /** 1-based number of its first line there. */
  readonly line: number;
  /** Ids of the signals that it shows and that its other fields no longer tell. */
  readonly shows: readonly string[];
}

/** Whose words a line is made of: nginx's own, or those of the controller that runs nginx in a Kubernetes cluster. */
export type Author = 'nginx' | 'ingress-nginx';

/** A line of nginx's error log, of nginx's standard error, or of ingress-nginx's controller. */
export interface ErrorRecord extends Lines {
  readonly kind: 'error';
  /** Null where only the message was pasted, so that either may have written it. */
  readonly author: Author | null;
  /** `YYYY/MM/DD HH:MM:SS` as nginx wrote it; null where it was not pasted. */
  readonly time: string | null;
  /** Null where only the message was pasted, and for lines to standard error that have no level. */
  readonly level: Level | null;
  readonly pid: number | null;
  readonly connection: number | null;
  /** nginx's own words without prefix, errno, action and context. */
  readonly message: string;
  /** The same with fewer and fewer suffixes taken off: some templates hold an errno or a file themselves. */
  readonly forms: readonly string[];
  /** The words after "while ", one of nginx's own; null where there are none. */
  readonly action: string | null;
  readonly errno: Errno | null;
  /** OpenSSL's errors, `error:0A000410:SSL routines::…`, without the parentheses; null where there are none. */
  readonly ssl: string | null;
  /** Where in the configuration; null outside configuration errors. */
  readonly inFile: { readonly file: string; readonly line: number } | null;
  readonly context: Context;
}

/** A line of an access log: combined, with upstream timings, ingress-nginx's, or JSON. */
export interface AccessRecord extends Lines {
  readonly kind: 'access';
  readonly fields: AccessFields;
}

/** A line of another program that says something about the backend. */
export interface CompanionRecord extends Lines {
  readonly kind: 'companion';
  readonly program: string;
  readonly pattern: CompanionPattern;
  readonly values: Readonly<Record<string, string>>;
}

/** A line of nginx configuration; `src/core/config` knows what it says. */
export interface ConfigRecord extends Lines {
  readonly kind: 'config';
}

export interface UnknownRecord extends Lines {
  readonly kind: 'unknown';
}
