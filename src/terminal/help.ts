/** What `--help` says below the options. */
export const HELP = `
Examples:
  nginx-why /var/log/nginx/error.log
  nginx-why error.log gunicorn.log          the backend's log often proves the cause
  journalctl -u nginx --since -1h | nginx-why
  nginx-why error.log.2.gz                  gzip and zstd are read as they are
  nginx-why --follow error.log gunicorn.log        what is new, as it comes
  nginx-why --format json - < error.log
  nginx-why --since-fix 10:30 error.log access.log    did the fix of 10:30 work?
  nginx-why explain upstream-prematurely-closed
  nginx-why search broken pipe

Files are read together, as one paste: error log, access log, the backend's, the
kernel's and systemd's lines, in any mix and with any prefix. Nothing is sent,
fetched or executed. "-" is standard input; without a file it is read too. A
file that is named like a command is given as ./list.

--since-fix takes 10:30 (the last time that this machine's clock said so), 20m
(ago), a whole time as logs write it (2026/11/22 10:30:00, 2026-11-22T10:30:00Z),
or "reload" for the last start or reload that nginx logged. It needs lines from
before and after: the error log, and the access log or what curl printed for the
requests since. Times without a zone are on the log's clock; where no line tells
its zone, it is that of this machine (TZ=UTC nginx-why … for logs in UTC).

Colours appear on a terminal. NO_COLOR=1 turns them off, FORCE_COLOR=1 on.

Exit codes:
  0  explained (also: nothing to be done, because the lines are harmless)
  1  nothing recognised; search: nothing found; knowledge lint: problems
  2  wrong usage, an unknown entry, or a file that can't be read
  with --since-fix: 0 fixed, 1 still failing, 3 not decidable by these lines
`;

/** Told on standard error where somebody starts nginx-why on a terminal and names no file. */
export const PASTE_HINT = `Paste the lines, then press Enter and Ctrl-D. (Or name a file: nginx-why
/var/log/nginx/error.log. Everything else: nginx-why --help)
`;

/** What `--since-fix` takes, for those who gave it something else. */
export const SINCE_FORMS =
  'Write 10:30, 20m (ago), 2026/11/22 10:30:00, 2026-11-22T10:30:00Z, or reload for the last start or reload that nginx logged.';

/** Told on standard error where `--since-fix` finds no error. */
export const NOTHING_TO_JUDGE = 'There is nothing to judge: these lines hold no error that a fix could have ended.\n';

/** The same where it shall find a reload and there is none. */
export const NO_RELOAD =
  'There is nothing to judge: nginx logged no start or reload in these lines (it does at level notice and below), or no\nerror. Name the time of the fix instead: --since-fix 10:30\n';
