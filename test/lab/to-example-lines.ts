const PORTS = [8080, 8081, 8082, 8083, 8084];

/** Rewrites what is the laboratory's own in captured lines: its directory becomes that of a shop, clients and the site get addresses and
 * names of examples, ports and process ids the usual ones; what was repeated to make something long is repeated three times. Times and all other words stay as the programs wrote them. */
export function toExampleLines(text: string): string {
  const ports = new Map<string, number>();
  return text
    .replaceAll(
      /\/(?:srv|tmp)\/lab-\w+\/(run|log|srv|etc|tls|temp)\b/g,
      (_, folder: string) => FOLDERS[folder] ?? '/srv/shop',
    )
    .replaceAll(/host: "(?:127\.0\.0\.1|localhost):\d+"/g, 'host: "example.com"')
    .replaceAll(/(?<=client: |^)127\.0\.0\.2\b/gm, '192.0.2.14')
    .replaceAll(/(?<=client: |^)127\.0\.1\.(\d+)\b/gm, (_, visitor: string) => `192.0.2.${20 + Number(visitor)}`)
    .replaceAll(/\b127\.[1-9]\d*\.\d+\.\d+(?=:)/g, '127.0.0.1')
    .replaceAll(/listen 127\.0\.0\.1:\d+/g, 'listen 80')
    .replaceAll(/(?<=(?:127(?:\.\d+){3}|\[::1\]|localhost):)\d{4,5}\b/g, (port) => String(portFor(port, ports)))
    .replaceAll(/(?<=\] )\d+#\d+(?=: )/g, '812#812')
    .replaceAll(/(?<part>[\w,=&]{1,12}?)\k<part>{19,}/g, '$<part>$<part>$<part>');
}

const FOLDERS: Readonly<Record<string, string>> = {
  run: '/run/shop',
  log: '/var/log',
  srv: '/srv/shop',
  etc: '/etc',
  tls: '/etc/nginx/tls',
  temp: '/var/lib/nginx',
};

/** Ports that mean something stay. */
const USUAL = new Set(['9000', '11211']);

function portFor(port: string, ports: Map<string, number>): number {
  const known = ports.get(port);
  if (known !== undefined) return known;
  const given = USUAL.has(port) ? Number(port) : (PORTS[ports.size] ?? Number(port));
  ports.set(port, given);
  return given;
}
