const LINES: readonly string[] = [
  'connect() failed (111: Connection refused) while connecting to upstream',
  'upstream prematurely closed connection while reading response header from upstream',
  'upstream timed out (110: Connection timed out) while reading response header from upstream',
  'recv() failed (104: Connection reset by peer) while reading response header from upstream',
  'upstream sent too big header while reading response header from upstream',
  'no live upstreams while connecting to upstream',
  'client intended to send too large body: 10485761 bytes',
  'directory index of "/var/www/html/" is forbidden',
];

/** Pastes from one line to a busy minute: bare lines, the same with access lines, and with the backend's own log. */
export const REPLY_PASTES: readonly string[] = LINES.flatMap((message, index) => [
  errorLine(message, index),
  fence([...repeat(message, 20), ...accessLines(20)]),
  fence([
    ...repeat(message, 3),
    '[2026-11-22 10:15:42 +0000] [29101] [CRITICAL] WORKER TIMEOUT (pid:29116)',
    ...accessLines(3),
  ]),
]);

function errorLine(message: string, second: number): string {
  const at = `2026/11/22 10:15:${String(second % 60).padStart(2, '0')}`;
  return `${at} [error] 7#7: *${second + 1} ${message}, client: 192.0.2.${second + 1}, server: www.example.com, request: "GET /page/${second} HTTP/1.1", upstream: "http://127.0.0.1:8080/page/${second}", host: "www.example.com"`;
}

function repeat(message: string, times: number): readonly string[] {
  return Array.from({ length: times }, (_, second) => errorLine(message, second));
}

function accessLines(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, second) =>
      `192.0.2.${second + 1} - - [22/Nov/2026:10:15:${String(second).padStart(2, '0')} +0000] "GET /page/${second} HTTP/1.1" 502 157 "-" "curl/8.5.0"`,
  );
}

function fence(lines: readonly string[]): string {
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}
