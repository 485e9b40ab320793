/** What another program's log lines tell about a paste. One file a program in `knowledge/companions/`. */
export interface Companion {
  /** Equals the file's stem: `gunicorn`, `php-fpm`, `kernel`. */
  readonly program: string;
  readonly title: string;
  readonly patterns: readonly CompanionPattern[];
  /** Lines that resemble the patterns and must match none of them. */
  readonly lookalikes: readonly string[];
}

/** One kind of line. Its id is the id of the signal that the line gives. */
export interface CompanionPattern {
  readonly id: string;
  /** Literal text with typed holes, `[CRITICAL] WORKER TIMEOUT (pid:{pid:number})`: `number`, `word` (no space), `text`. */
  readonly template: string;
  /** `start`: only at the start of the program's own message, after syslog, container and time prefixes.
   * `anywhere`: where the program puts values of its own before it. */
  readonly at: 'start' | 'anywhere';
  /** What the line says about the backend, in one sentence. */
  readonly means: string;
  readonly examples: readonly string[];
}
