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

/** A server whose PHP files go to this PHP-FPM. `more` are further lines of their location. */
export const toPhpServer = (port: number, root: string, socket: string, more = ''): string =>
  toServer(
    port,
    `root ${root};
${toLocation(
  '~ \\.php$',
  `include fastcgi_params;
fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
fastcgi_pass unix:${socket};${more === '' ? '' : `\n${more}`}`,
)}`,
  );

function indent(lines: string): string {
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
