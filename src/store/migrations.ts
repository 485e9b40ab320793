/** How the tables came about: statement n makes version n + 1 of version n. A statement that was released never changes; a change
 * of the tables is a new one at the end. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE case_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    team TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    key TEXT NOT NULL,
    step TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    UNIQUE (team, channel, thread, key)
  ) STRICT;
  CREATE INDEX case_steps_by_expiry ON case_steps (expires_at);
  CREATE TABLE feedback (
    entry TEXT NOT NULL,
    cause TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('fixed', 'not-it')),
    count INTEGER NOT NULL,
    PRIMARY KEY (entry, cause, verdict)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE explains (
    scope TEXT PRIMARY KEY,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE languages (
    user TEXT PRIMARY KEY,
    code TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
];
