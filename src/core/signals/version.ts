const VERSION = /nginx(?: version: (?:nginx|openresty))?\/(\d{1,2}\.\d{1,3}\.\d{1,3})\b/;

/** `1.31.5` of `nginx/1.31.5` or `nginx version: nginx/1.31.5`; null where a line has neither. */
export function parseVersion(line: string): string | null {
  return line.includes('nginx') ? (VERSION.exec(line)?.[1] ?? null) : null;
}
