/** A server block of conf.d/site.conf on a port of 127.0.0.1. `inside` holds its further lines. */
export function toServer(port: number, inside: string, listenOptions = ''): string {
  return `server {
    listen 127.0.0.1:${port}${listenOptions};
    server_name example.com;

${indent(inside)}
}
`;
}

/** A location with these lines. */
export const toLocation = (match: string, lines: string): string => `location ${match} {\n${indent(lines)}\n}`;

function indent(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
