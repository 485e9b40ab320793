const ABSOLUTE = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^/?#]*/i;

/** The path that locations are compared with: without scheme and host, query and fragment; percent-encoding undone, slashes
 * merged, dot segments resolved. Null where it is no path (`*`, a CONNECT's authority).
 * Source: nginx src/http/ngx_http_parse.c ngx_http_parse_complex_uri. */
export function normaliseUri(raw: string, mergesSlashes = true): string | null {
  const path = raw.replace(ABSOLUTE, '').replace(/[?#].*$/s, '') || '/';
  if (!path.startsWith('/')) return null;
  const decoded = decode(path);
  const merged = mergesSlashes ? decoded.replace(/\/+/g, '/') : decoded;
  return /\/\.{1,2}(?:\/|$)/.test(merged) ? withoutDots(merged) : merged;
}

function decode(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  });
}

function withoutDots(path: string): string | null {
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length === 0) return null;
      kept.pop();
    } else if (segment !== '.') {
      kept.push(segment);
      continue;
    }
    if (isLast) kept.push('');
  }
  return `/${kept.join('/')}`;
}
