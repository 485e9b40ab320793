/** One real line, as a person pastes it. Its entry is `upstream-connection-refused`. */
export const REFUSED =
  '2026/11/22 10:15:42 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: www.example.com, request: "POST /api/data?a=1&b=2 HTTP/1.1", upstream: "http://127.0.0.1:8080/api/data", host: "www.example.com"';

/** The same with another path, so that its answer can be told from others. */
export function refusedAt(path: string): string {
  return REFUSED.replace('/api/data?a=1&b=2', path);
}

/** One line that can't tell its cause. Its entry is `upstream-prematurely-closed`. */
export const CLOSED =
  '2026/11/22 10:15:42 [error] 1203#1203: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.17, server: portal.example, request: "GET /reports/yearly?from=2025-01-01 HTTP/1.1", upstream: "http://127.0.0.1:8000/reports/yearly?from=2025-01-01", host: "portal.example"';

/** The backend's line of the same second, which decides it. */
export const TIMEOUT = '[2026-11-22 10:15:42 +0000] [29101] [CRITICAL] WORKER TIMEOUT (pid:29116)';
