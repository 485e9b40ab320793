import type { Level } from './records/error-head.ts';

/** One message that nginx's source can log: a record of `knowledge/messages/`. Facts read off the source, no prose. */
export interface Message {
  readonly id: string;
  /** nginx's format string: `%V`, `%s`, `%ui` … are values. */
  readonly template: string;
  /** `stderr` has no level; `variable` is decided at run time, see `levels`. */
  readonly level: Level | 'stderr' | 'variable';
  readonly levels?: readonly Level[] | undefined;
  readonly usual_level?: Level | undefined;
  /** nginx appends ` (N: text)`; with `errno_optional` not always. */
  readonly errno_appended: boolean;
  readonly errno_optional?: boolean | undefined;
  /** Symbolic name, where nginx appends always the same one: `ETIMEDOUT`. */
  readonly errno?: string | undefined;
  /** OpenSSL's error queue is appended, before the errno. */
  readonly ssl_appended?: boolean | undefined;
  /** `config`: written while the configuration is read. */
  readonly kind: 'config' | 'startup' | 'runtime';
  /** Followed by ` in FILE:LINE`. */
  readonly in_file?: boolean | undefined;
  /** Which tail of context keys follows. */
  readonly ctx: string;
  readonly subsystem: string;
  /** `nbs-system/naxsi`: the project on GitHub whose words these are; absent for nginx's own and its lua module's. */
  readonly project?: string | undefined;
  /** Path in the source tree of nginx or of `project`: `src/http/ngx_http_upstream.c`. */
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly directives?: readonly string[] | undefined;
  /** Oldest and last release looked at that has it. */
  readonly since?: string | undefined;
  readonly last_seen?: string | undefined;
  readonly platform: string;
  /** The same text at several places: any of them is right. */
  readonly twin_group?: string | undefined;
  /** Ids of messages with a wider pattern that fit the same line. */
  readonly also_matches?: readonly string[] | undefined;
  /** Exists only through its expansions, which name it in `base`. */
  readonly abstract?: boolean | undefined;
  readonly base?: string | undefined;
  /** Has no text of its own. */
  readonly generic?: boolean | undefined;
  /** An on-call engineer really meets it. */
  readonly common?: boolean | undefined;
}
