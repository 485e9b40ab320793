/** What `--help` says below the options. */
export const HELP = `
Examples:
  nginx-why /var/log/nginx/error.log
  nginx-why error.log gunicorn.log          the backend's log often proves the cause
  journalctl -u nginx --since -1h | nginx-why
  nginx-why error.log.2.gz                  gzip and zstd are read as they are
  nginx-why --format json - < error.log
  nginx-why explain upstream-prematurely-closed
  nginx-why search broken pipe

Files are read together, as one paste: error log, access log, the backend's, the
kernel's and systemd's lines, in any mix and with any prefix. Nothing is sent,
fetched or executed. "-" is standard input; without a file it is read too. A
file that is named like a command is given as ./list.

Colours appear on a terminal. NO_COLOR=1 turns them off, FORCE_COLOR=1 on.

Exit codes:
  0  explained (also: nothing to be done, because the lines are harmless)
  1  nothing recognised; search: nothing found; knowledge lint: problems
  2  wrong usage, an unknown entry, or a file that can't be read
`;

/** Told on standard error where somebody starts nginx-why on a terminal and names no file. */
export const PASTE_HINT = `Paste the lines, then press Enter and Ctrl-D. (Or name a file: nginx-why
/var/log/nginx/error.log. Everything else: nginx-why --help)
`;
