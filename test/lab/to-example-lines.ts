const PORTS = [8080, 8081, 8082, 8083, 8084];

/** Rewrites what is the laboratory's own in captured lines: its directory becomes that of a shop, clients and the site get names of
 * examples, ports and process ids the usual ones. Times and all other words stay as the programs wrote them. */
export function toExampleLines(text: string): string {
  const ports = new Map<string, number>();
  return text
    .replaceAll(
      /\/(?:srv|tmp|var\/tmp)\/lab-\w+\/(run|log|srv|etc|tls|temp)\b/g,
      (_, folder: string) => FOLDERS[folder] ?? '/srv/shop',
    )
    .replaceAll(/host: "127\.0\.0\.1:\d+"/g, 'host: "example.com"')
    .replaceAll(/client: 127\.0\.0\.1/g, 'client: 192.0.2.14')
    .replaceAll(/^127\.0\.0\.1(?= - )/gm, '192.0.2.14')
    .replaceAll(/listen 127\.0\.0\.1:\d+/g, 'listen 80')
    .replaceAll(/(?<=(?:127\.0\.0\.1|\[::1\]|localhost):)(\d{4,5})/g, (port) => String(portFor(port, ports)))
    .replaceAll(/(?<=\] )\d+#\d+(?=: )/g, '812#812');
}

const FOLDERS: Readonly<Record<string, string>> = {
  run: '/run/shop',
  log: '/var/log',
  srv: '/srv/shop',
  etc: '/etc',
  tls: '/etc/nginx/tls',
  temp: '/var/lib/nginx',
};

function portFor(port: string, ports: Map<string, number>): number {
  const known = ports.get(port);
  if (known !== undefined) return known;
  const given = PORTS[ports.size] ?? Number(port);
  ports.set(port, given);
  return given;
}
